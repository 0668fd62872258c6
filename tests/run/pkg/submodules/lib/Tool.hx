package lib;

class Tool {
	public function new() {}

	public function use():String
		return new Helper(3).n + new Hidden().secret();

	public static function seen():Int
		return Shared.value;
}

class Helper {
	public var n:Int;

	public function new(n)
		this.n = n;
}

class Other {
	public function new() {}

	public function text()
		return "other";
}

class Shared {
	public static var value = 10;
}

private class Hidden {
	public function new() {}

	public function secret()
		return " hidden";
}
