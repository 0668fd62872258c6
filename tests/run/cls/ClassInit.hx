// __init__ runs before the static variables of any class are initialised.
// no oracle: the interpreter runs it after the class's own variables
// expect: __init__
// expect: variable
// expect: main variable
class ClassInit {
	static var a = say("variable");

	static function say(s:String):String {
		Sys.println(s);
		return s;
	}

	static function __init__() {
		Sys.println("__init__");
	}

	static function main() {
		Sys.println("main " + a);
	}
}
