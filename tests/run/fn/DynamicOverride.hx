// no oracle: in the interpreter what overrides a dynamic method cannot be assigned
// expect: base
// expect: sub
// expect: replaced
// expect: sub
// expect: DynamicOverride.hx:28: built in
class Base {
	public function new() {}
	public dynamic function hook():String return "base";
}

class Sub extends Base {
	override public function hook():String return "sub";
}

/** What overrides a dynamic method is dynamic, too; trace is the compiler's, whatever else has its name. **/
class DynamicOverride {
	static function trace(s:String) Sys.println("mine");

	static function main() {
		var base:Base = new Base();
		Sys.println(base.hook());
		base = new Sub();
		Sys.println(base.hook());
		base.hook = () -> "replaced";
		Sys.println(base.hook());
		Sys.println(new Sub().hook());
		trace("built in");
	}
}
