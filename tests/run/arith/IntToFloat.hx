// An Int becomes a Float where one is expected.
// expect: 3.5
// expect: 3.25
// expect: 1.5
// expect: 3.5
// expect: 0.75
// expect: 6.5
// expect: 1
// expect: 2147483648
// expect: 4294967294
class IntToFloat {
	var f:Float;

	function new(f:Float) {
		this.f = f;
	}

	static function half(x:Float):Float {
		return x / 2;
	}

	static function give(n:Int):Float {
		return n;
	}

	static function main() {
		var i = 3;
		var f:Float = i;
		f += 0.5;
		Sys.println(f);
		Sys.println(i + 0.25);
		Sys.println(half(i));
		Sys.println(give(7) / 2);
		Sys.println(new IntToFloat(i).f / 4);
		var a:Array<Float> = [1, 2, 3];
		a[1] = i;
		a.push(i);
		Sys.println(a[0] / 2 + a[1] + a[3]);
		var c = true ? 1 : 2.5;
		Sys.println(c);
		var max = 2147483647;
		Sys.println(max + 1.0);
		Sys.println(max * 2.0);
	}
}
