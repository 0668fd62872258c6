// expect: 49
// expect: [1,4,9]
// expect: 16
// expect: true
// expect: through a variable
// expect: 2.5
class StaticClosures {
	static function square(n:Int):Int
		return n * n;

	static function each(a:Array<Int>, f:Int->Void):Void {
		for (x in a)
			f(x);
	}

	static var total = 0;

	static function add(n:Int):Void
		total += n;

	static function main() {
		var f = square;
		Sys.println(f(7));
		f = StaticClosures.square;
		Sys.println([1, 2, 3].map(f));
		each([1, 2, 3], add);
		each([10], StaticClosures.add);
		Sys.println(total);
		Sys.println(f == square);
		var show = Sys.println;
		show("through a variable");
		var r = Math.abs;
		Sys.println(r(-2.5));
	}
}
