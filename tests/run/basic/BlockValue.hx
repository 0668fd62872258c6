// A block's value is that of its last expression.
// expect: 12
// expect: evaluated first
// expect: then printed
// expect: 3
class BlockValue {
	static function main() {
		var a = {
			var x = 3;
			var y = 4;
			x * y;
		};
		Sys.println(a);
		Sys.println({
			Sys.println("evaluated first");
			"then printed";
		});
		var n = 1 + {
			var t = a;
			t - 10;
		};
		Sys.println(n);
	}
}
