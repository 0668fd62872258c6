typedef Item = {
	var name:String;
	var count:Int;
}

class Main {
	static var items:Array<Item> = [{name: "a", count: 1}];

	static function show(i:Item):String
		return i.name + i.count;

	static function main() {
		items.push({name: "b", count: 2});
		while (true) {
			Sys.println([for (i in items) show(i)].join(","));
			Sys.sleep(0.005);
		}
	}
}
