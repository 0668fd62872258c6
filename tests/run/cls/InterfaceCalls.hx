// expect: hello
// expect: beep
// expect: hello!
// expect: 7
// expect: beep
// expect: hello
interface Speaker {
	function speak():String;
}

interface Walker {
	function walk(steps:Int):Int;
}

class Person implements Speaker implements Walker {
	var position = 0;

	public function new() {}

	public function speak():String
		return "hello";

	public function walk(steps:Int):Int {
		position += steps;
		return position;
	}
}

class Robot implements Speaker {
	public function new() {}

	public function speak():String
		return "beep";
}

class Child extends Person {
	override public function speak():String
		return super.speak() + "!";
}

class InterfaceCalls {
	static function say(s:Speaker):Void {
		Sys.println(s.speak());
	}

	static function main() {
		say(new Person());
		say(new Robot());
		say(new Child());
		var w:Walker = new Child();
		w.walk(3);
		Sys.println(w.walk(4));
		var all:Array<Speaker> = [new Robot(), new Person()];
		for (s in all)
			say(s);
	}
}
