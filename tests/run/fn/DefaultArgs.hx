// expect: hi you!
// expect: hi Bo!
// expect: hi hi Bo!
// expect: hi hi Bo?
// expect: 3 0.5 true null
// expect: 1 0.5 true null
// expect: 1 2 true null
// expect: 1 2 false null
// expect: 1 2 false 4
// expect: 105
// expect: 2
// expect: you!
class DefaultArgs {
	static function greet(name:String = "you", times:Int = 1, mark:String = "!"):String {
		var s = "";
		for (i in 0...times)
			s += "hi ";
		return s + name + mark;
	}

	static function numbers(i:Int = 3, f:Float = 0.5, b:Bool = true, n:Null<Int> = null):String
		return i + " " + f + " " + b + " " + n;

	var base:Int;

	function new(base:Int = 100)
		this.base = base;

	function plus(n:Int = 5):Int
		return base + n;

	static function main() {
		Sys.println(greet());
		Sys.println(greet("Bo"));
		Sys.println(greet("Bo", 2));
		Sys.println(greet("Bo", 2, "?"));
		Sys.println(numbers());
		Sys.println(numbers(1));
		Sys.println(numbers(1, 2));
		Sys.println(numbers(1, 2, false));
		Sys.println(numbers(1, 2, false, 4));
		Sys.println(new DefaultArgs().plus());
		Sys.println(new DefaultArgs(1).plus(1));
		Sys.println(greet(null, 0));
	}
}
