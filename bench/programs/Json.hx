import haxe.Json as Format;

/** A document made of structures, arrays, numbers and text is written as JSON, read, changed and written again. **/
class Json {
	static function document(size:Int):Dynamic {
		var items:Array<Dynamic> = [];
		for (i in 0...size)
			items.push({
				id: i,
				name: "item " + i,
				price: i * 0.25,
				tags: ["a" + i % 5, "quote \" and \\", "line\nend"],
				active: i % 3 == 0,
				parent: i > 0 ? {id: i - 1, note: null} : null
			});
		return {version: 1, title: "list", items: items};
	}

	static function work(size:Int):Int {
		var text = Format.stringify(document(size));
		var sum = text.length;
		var read = Format.parse(text);
		var list:Array<Dynamic> = read.items;
		for (item in list) {
			sum = Bench.mix(sum, item.id);
			var tags:Array<String> = item.tags;
			for (t in tags)
				sum = Bench.mix(sum, t.length);
			item.tags = tags.length;
		}
		return Bench.mix(sum, Format.stringify(read).length);
	}

	static function main()
		Bench.run(50, work);
}
