// Accessors are methods: a subclass may override them.
// expect: -4
// expect: -8
// expect: 1004
// expect: 2008
// expect: 2005
class A {
	public var x(get, set):Int;

	var raw = 1;

	public function new() {}

	function get_x():Int
		return raw;

	function set_x(v:Int):Int
		return raw = v;

	public function twice():Int
		return x * 2;
}

class B extends A {
	override function get_x():Int
		return super.get_x() + 1000;

	override function set_x(v:Int):Int
		return super.set_x(v < 0 ? -v : v);
}

class PropertyInheritance {
	static function main() {
		var a:A = new A();
		a.x = -4;
		Sys.println(a.x);
		Sys.println(a.twice());
		a = new B();
		a.x = -4;
		Sys.println(a.x);
		Sys.println(a.twice());
		a.x += 1;
		Sys.println(a.x);
	}
}
