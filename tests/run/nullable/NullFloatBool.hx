// expect: null
// expect: null
// expect: 0.5
// expect: true
// expect: false
// expect: set to false
// expect: 2.5
// expect: 1.5
// expect: nonesome 3
class NullFloatBool {
	var weight:Null<Float>;
	var done:Null<Bool>;

	function new() {}

	static function main() {
		var o = new NullFloatBool();
		Sys.println(o.weight);
		Sys.println(o.done);
		o.weight = 2;
		o.done = false;
		Sys.println(o.weight / 4);
		Sys.println(o.done == false);
		Sys.println(o.done == null);
		if (o.done != null && !o.done)
			Sys.println("set to false");
		o.weight += 0.5;
		Sys.println(o.weight);
		var list:Array<Null<Float>> = [1.5, null];
		Sys.println(list[1] == null ? list[0] : list[1]);
		var f:Null<Int>->String = n -> n == null ? "none" : "some " + n;
		Sys.println(f(null) + f(3));
	}
}
