interface Speaker {
	function speak():String;
}

class Dog implements Speaker {
	public function new() {}

	public function speak():String
		return "WUFF";
}

class Cat implements Speaker {
	public function new() {}

	public function speak():String
		return "miau";
}

class Main {
	static var all:Array<Speaker> = [new Dog(), new Cat()];

	static function main() {
		for (i in 0...20000) {
			Sys.println(all[0].speak() + " " + all[1].speak());
			Sys.sleep(0.005);
		}
	}
}
