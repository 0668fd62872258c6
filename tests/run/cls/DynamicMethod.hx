// A dynamic method can be replaced, for one object.
// expect: default 1
// expect: replaced 20
// expect: default 3
// expect: <x>
// expect: [x]
class Button {
	public function new() {}

	public dynamic function onClick(n:Int):String
		return "default " + n;

	public function click(n:Int):String
		return onClick(n);

	public static dynamic function format(s:String):String
		return "<" + s + ">";
}

class DynamicMethod {
	static function main() {
		var a = new Button(), b = new Button();
		Sys.println(a.click(1));
		a.onClick = function(n) return "replaced " + n * 10;
		Sys.println(a.click(2));
		Sys.println(b.click(3));
		Sys.println(Button.format("x"));
		Button.format = function(s) return "[" + s + "]";
		Sys.println(Button.format("x"));
	}
}
