// expect: 0 0
// expect: 10 10
// expect: 10 10
// expect: 110 110
// expect: 110 -110
// expect: 29
// expect: -115
class L0 {
	public function new() {}

	public var v0 = 0;

	public function a():Int
		return 0;

	public function b():Int
		return a() + v0;
}

class L1 extends L0 {
	public var v1 = 1;

	override function a():Int
		return 10 + super.a();
}

class L2 extends L1 {
	public var v2 = 2;
}

class L3 extends L2 {
	public var v3 = 3;

	override function a():Int
		return 100 + super.a();

	public function c():Int
		return v0 + v1 + v2 + v3;
}

class L4 extends L3 {
	override function b():Int
		return -super.b();
}

class DeepInheritance {
	static function main() {
		var all:Array<L0> = [new L0(), new L1(), new L2(), new L3(), new L4()];
		for (o in all)
			Sys.println(o.a() + " " + o.b());
		var l = new L4();
		l.v0 = 5;
		l.v2 = 20;
		Sys.println(l.c());
		Sys.println(l.b());
	}
}
