interface Speaker {
	function speak():String;
	function twice():String;
}

class Dog implements Speaker {
	public function new() {}

	public function speak():String
		return "WUFF";

	public function twice():String
		return speak() + speak();
}

class Cat implements Speaker {
	public function new() {}

	public function speak():String
		return "miau";

	public function twice():String
		return "miaumiau";
}

class Main {
	static var all:Array<Speaker> = [new Dog(), new Cat()];

	static function main() {
		for (i in 0...20000) {
			Sys.println(all[0].twice() + " " + all[1].twice());
			Sys.sleep(0.005);
		}
	}
}
