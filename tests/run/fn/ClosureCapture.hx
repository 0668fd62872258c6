// expect: 6
// expect: 8
// expect: 12
// expect: 3
// expect: 1
// expect: 20
// expect: 60
class ClosureCapture {
	static function adder(n:Int):Int->Int
		return function(x) return x + n;

	static function counter():Void->Int {
		var count = 0;
		return function() {
			count++;
			return count;
		};
	}

	static function main() {
		var add5 = adder(5), add7 = adder(7);
		Sys.println(add5(1));
		Sys.println(add7(1));
		Sys.println(add5(add7(0)));
		var a = counter(), b = counter();
		a();
		a();
		Sys.println(a());
		Sys.println(b());
		var x = 10;
		var read = () -> x;
		x = 20;
		Sys.println(read());
		var write = function(v) x = v;
		write(30);
		Sys.println(x + read());
	}
}
