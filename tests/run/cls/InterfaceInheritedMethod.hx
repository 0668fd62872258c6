// A method inherited from the superclass implements the interface.
// no oracle: the interpreter ends with an internal error here
// expect: base runs as sub
// expect: base runs as sub
// expect: true
// expect: false
interface Runner {
	function run():String;
}

class Base {
	public function new() {}

	public function run():String
		return "base runs as " + who();

	function who():String
		return "base";
}

class Sub extends Base implements Runner {
	override function who():String
		return "sub";
}

class InterfaceInheritedMethod {
	static function main() {
		var r:Runner = new Sub();
		Sys.println(r.run());
		var b:Base = new Sub();
		Sys.println(b.run());
		Sys.println(Std.isOfType(b, Runner));
		Sys.println(Std.isOfType(new Base(), Runner));
	}
}
