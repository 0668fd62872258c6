// Initialisers are evaluated for each object anew.
// expect: 1 2 3
// expect: 1 0
// expect: 6
// expect: 0.25
// expect: 3
class Item {
	static var made = 0;

	public var id = ++made;
	public var tags:Array<String> = [];
	public var twice:Int;
	public var ratio:Float = 1 / 4;
	public var next = made + 1;

	public function new()
		twice = id * 2;
}

class FieldInitialisers {
	static function main() {
		var a = new Item(), b = new Item(), c = new Item();
		a.tags.push("only a");
		Sys.println(a.id + " " + b.id + " " + c.id);
		Sys.println(a.tags.length + " " + b.tags.length);
		Sys.println(c.twice);
		Sys.println(b.ratio);
		Sys.println(c.next);
	}
}
