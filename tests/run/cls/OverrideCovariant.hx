// An override may return a more special type and take a more general argument.
// expect: peeled
// expect: apple/fruit
// expect: apple
// expect: apple/apple
class Fruit {
	public function new() {}

	public function name():String
		return "fruit";

	public function copy():Fruit
		return new Fruit();

	public function like(a:Apple):String
		return "fruit/" + a.name();
}

class Apple extends Fruit {
	override public function name():String
		return "apple";

	override public function copy():Apple
		return new Apple();

	override public function like(f:Fruit):String
		return "apple/" + f.name();

	public function peel():String
		return "peeled";
}

class OverrideCovariant {
	static function main() {
		var a = new Apple();
		Sys.println(a.copy().peel());
		Sys.println(a.like(new Fruit()));
		var f:Fruit = a;
		Sys.println(f.copy().name());
		Sys.println(f.like(a));
	}
}
