class Locals {
	static function nothing():Void {}

	static function main() {
		var v = nothing();
		var e:Int = if (true) 1;
		var w:Int = {"a";};
		var n = 1;
		n.foo;
		{
			var inner = 1;
		}
		inner;
		for (i in 0...3) {}
		i;
		try {} catch (x:Int) {}
		x;
	}
}
