// expect: 3
// expect: #1
// expect: true
// expect: inner
// expect: void 2
// expect: 3
class Item {
	public var price(get, never):Float;
	var p:Float;
	public function new(p) this.p = p;
	function get_price() return p * 2;
}

class Tag {
	public function new() {}
	public function text() return "#1";
	public static function inner() return "inner";
}

/** Members are found by a name that the program never writes, also the first time that the class is asked. **/
class ReflectedNames {
	static function main() {
		Sys.println(Reflect.getProperty(new Item(1.5), "price"));
		var tag = new Tag();
		Sys.println(Reflect.callMethod(tag, Reflect.field(tag, "te" + "xt"), []));
		Sys.println(Reflect.hasField(Tag, "in" + "ner"));
		Sys.println((Reflect.field(Tag, "inne" + "r") : Void->String)());
		Reflect.makeVarArgs(function(a) { Sys.println("void " + a.length); })(1, 2);
		Sys.println(Reflect.makeVarArgs(function(a:Array<Dynamic>) return a.length)(1, 2, 3));
	}
}
