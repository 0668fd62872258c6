// Static variables of a class are initialised in the order written, before main.
// expect: a = 1
// expect: b = 2
// expect: c = 3
// expect: d = 40
// expect: table = 80
// expect: main
// expect: 6
class StaticInitOrder {
	static var a = say("a", 1);
	static var b = say("b", a + 1);
	static var c = say("c", sum());

	static function say(name:String, v:Int):Int {
		Sys.println(name + " = " + v);
		return v;
	}

	static function sum():Int {
		return a + b;
	}

	static function main() {
		Sys.println("main");
		Sys.println(a + b + c);
	}

	static var d = say("d", 40);
	static var table = [for (i in 0...3) i * d];

	static var shown = say("table", table[2]);
}
