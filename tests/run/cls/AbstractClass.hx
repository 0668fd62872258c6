// An abstract class leaves methods to its subclasses.
// expect: print costs 3
// expect: wash costs 10
abstract class Job {
	public function new() {}

	abstract public function name():String;

	abstract function cost():Int;

	public function report():String
		return name() + " costs " + cost();
}

class Print extends Job {
	public function name()
		return "print";

	function cost()
		return 3;
}

abstract class Timed extends Job {
	var minutes = 5;

	function cost()
		return minutes * 2;
}

class Wash extends Timed {
	public function name()
		return "wash";
}

class AbstractClass {
	static function main() {
		var jobs:Array<Job> = [new Print(), new Wash()];
		for (j in jobs)
			Sys.println(j.report());
	}
}
