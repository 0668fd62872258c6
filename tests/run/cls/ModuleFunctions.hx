// Functions and variables outside any class.
// expect: 11
// expect: 16
// expect: 16
// expect: hi from the module
// expect: 6
var counter = 10;
final greeting = "hi";
inline var LIMIT = 3;

function bump(by:Int = 1):Int {
	counter += by;
	return counter;
}

private function hidden():String
	return greeting + " from the module";

class ModuleFunctions {
	static function main() {
		Sys.println(bump());
		Sys.println(bump(5));
		Sys.println(counter);
		Sys.println(hidden());
		Sys.println(LIMIT * 2);
	}
}
