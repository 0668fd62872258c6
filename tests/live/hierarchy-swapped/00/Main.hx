class A {
	public var a = 1;

	public function new() {}

	public function value():String
		return "A" + a;
}

class B extends A {
	public var b = 2;

	override function value():String
		return "B" + a + b;
}

class Main {
	static var one:A = new A();
	static var two:B = new B();

	static function look()
		return one.value() + " " + two.value() + " " + Std.isOfType(one, A) + Std.isOfType(one, B) + Std.isOfType(two, A) + Std.isOfType(two, B);

	static function main() {
		one.a = 10;
		two.a = 20;
		two.b = 21;
		while (true) {
			Sys.println(look());
			Sys.sleep(0.005);
		}
	}
}
