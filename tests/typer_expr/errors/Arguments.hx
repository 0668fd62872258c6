class Made {
	public function new(?a:Int, ?s:String) {}

	public function method(a:Int, ?b:String):Void {}
}

class Needs {
	public function new(a:Int) {}
}

class Arguments {
	static function two(a:Int, b:String) {}

	static function opt(a:Int, ?b:Int, c = "x") {}

	static function main() {
		two(1, 2, 3);
		two("a");
		two("a", 1);
		two();
		two(1, "a", 3);
		opt();
		opt("a");
		opt(1, "x", "y");
		new Made(true);
		new Made(1, 2);
		new Made("s");
		new Needs();
		new Needs(1, 2);
		new Made().method("a", 2);
		new Made().method();
		var f:Int->Void = function(a) {};
		f("a");
		f();
		f(1, 2);
	}
}
