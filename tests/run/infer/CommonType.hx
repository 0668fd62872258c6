// The type of a conditional or an array literal is the common one.
// expect: ...
// expect: meow
// expect: woof
// expect: meow
// expect: 0.5
// expect: 0.5
// expect: true
class Animal {
	public var name = "animal";

	public function new() {}

	public function noise()
		return "...";
}

class Cat extends Animal {
	override function noise()
		return "meow";
}

class Dog extends Animal {
	override function noise()
		return "woof";
}

class CommonType {
	static function main() {
		for (a in [new Animal(), new Cat(), new Dog()])
			Sys.println(a.noise());
		var b:Animal = 1 < 2 ? new Cat() : new Dog();
		Sys.println(b.noise());
		var numbers = [1, 2, 3.5];
		Sys.println(numbers[0] / 2);
		var n = 1 > 2 ? 1.5 : 2;
		Sys.println(n / 4);
		var maybe = 1 > 2 ? "s" : null;
		Sys.println(maybe == null);
	}
}
