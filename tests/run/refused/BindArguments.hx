// expect error: 13: Cannot create closure on super method
// expect error: 13: Cannot create closure on super method
// expect error: 17: String should be Int
// expect error: 18: String should be Int
// expect error: 19: Too many callback arguments
// expect error: 20: Too many callback arguments
// expect error: 22: Int has no field bind
// expect error: 25: Too many callback arguments
// expect error: 26: Not enough arguments, expected c:Int
// expect error: 27: Too many arguments
// expect error: 28: (b : Int, c : Int) -> Int should be Int
class Base { public function new(a:Int, ?b:Int) {} public function m(x:Int) return 1; }
class Der extends Base { public function new() super(1); override function m(x:Int) { var f = super.m; return 2; } function k() { var q = super.m.bind(1); return q; } }
class BindArguments {
	static function f3(a:Int, b:Int, c:Int) return a * 100 + b * 10 + c;
	static function main() {
		f3.bind("x");
		f3.bind(1, "x");
		f3.bind(1, 2, 3, 4);
		f3.bind(1, _, 3, _);
		var r = 5;
		r.bind(1);


		var g3 = Base.new.bind(3, 4, 5);
		f3.bind(1)(2);
		f3.bind(1)(2, 3, 4);
		(f3.bind(1) : Int);
	}
}
