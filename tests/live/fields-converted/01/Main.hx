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
	public var a:Float = 1;
	public var b:Null<Int> = 2;
	public var c:Dynamic = 3;
	public var d:Dynamic = "d";
	public var e:Base = new Sub();
	public var f:Float = 1.5;
	public var g:Int = 77;
	public var h:Null<Bool> = true;

	public function new() {}

	public function show():String
		return [a / 4, b + 1].join(",") + c + d + cast(e, Sub).tag + f + g + h;
}

class Main {
	static var all = new All();

	static function main() {
		all.a = 10;
		while (true) {
			Sys.println("all " + all.show());
			Sys.sleep(0.005);
		}
	}
}
