typedef Item = {
	var name:String;
	var count:Float;
	var ?note:String;
}

class Main {
	static var items:Array<Item> = [{name: "a", count: 1}];

	static function show(i:Item):String
		return i.name + i.count / 2 + i.note;

	static function main() {
		items.push({name: "b", count: 2});
		while (true) {
			if (items.length == 2)
				items.push({name: "c", count: 3, note: "new"});
			Sys.println([for (i in items) show(i)].join(","));
			Sys.sleep(0.005);
		}
	}
}
