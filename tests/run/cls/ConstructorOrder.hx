// Field initialisers run before the constructor's body, those of a subclass before the call of super.
// expect: 1 Base.a
// expect: 2 Base.new
// expect: 3 Base.hook
// expect: --
// expect: 4 Derived.b
// expect: 5 before super
// expect: 6 Base.a
// expect: 7 Base.new
// expect: 8 Derived.hook sees n 5 and b 4
// expect: 9 after super
// expect: 10 n 6
class Base {
	var a = Log.say("Base.a");

	public function new() {
		Log.say("Base.new");
		hook();
	}

	public function hook() {
		Log.say("Base.hook");
	}
}

class Derived extends Base {
	var b = Log.say("Derived.b");
	var n = 5;

	public function new() {
		Log.say("before super");
		super();
		Log.say("after super");
		n++;
		Log.say("n " + n);
	}

	override public function hook() {
		Log.say("Derived.hook sees n " + n + " and b " + b);
	}
}

class Log {
	static var count = 0;

	public static function say(s:String):Int {
		count++;
		Sys.println(count + " " + s);
		return count;
	}
}

class ConstructorOrder {
	static function main() {
		new Base();
		Sys.println("--");
		new Derived();
	}
}
