class Base {
	public function new() {}
}

class Sub extends Base {
	public var tag = "sub";
}

abstract Meters(Float) from Float to Float {
	public function show()
		return this + "m";
}

class All {
	public var a:Int = 1;
	public var b:Int = 2;
	public var c:Int = 3;
	public var d:String = "d";
	public var e:Sub = new Sub();
	public var f:Meters = 1.5;
	public var g:String = "lost";
	public var h:Bool = true;

	public function new() {}

	public function show():String
		return [a, b, c].join(",") + d + e.tag + f.show() + g + h;
}

class Main {
	static var all = new All();

	static function main() {
		all.a = 10;
		all.b = 20;
		all.c = 30;
		all.d = "D";
		all.e.tag = "E";
		all.f = 2.5;
		all.g = "G";
		all.h = false;
		while (true) {
			Sys.println("all " + all.show());
			Sys.sleep(0.005);
		}
	}
}
