class Animal {
	public var name:String;

	public function new(name:String)
		this.name = name;

	public function show():String
		return name;
}

class Cat extends Animal {
	public var lives = 9;
}

class Dog extends Animal {
	public var bones = 2;

	override function show():String
		return "dog " + super.show() + bones;
}

class Main {
	static var zoo:Array<Animal> = [new Animal("a"), new Cat("c"), new Dog("d"), new Cat("e")];

	static function main() {
		for (i in 0...20000) {
			Sys.println([for (z in zoo) z.show()].join(","));
			Sys.sleep(0.005);
		}
	}
}
