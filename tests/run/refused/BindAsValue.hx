// expect error: 7: (a : Int, b : Int, c : Int) -> Int has no field bind
// expect error: 9: (a : Int, b : Int, c : Int) -> Int has no field bind
// expect error: 12: String has no field bind
class BindAsValue {
	static function f3(a:Int, b:Int, c:Int) return a * 100 + b * 10 + c;
	static function main() {
		var b = f3.bind;
		
		var c = (f3.bind)(1, 2, 3);
		var d:Dynamic = f3;
		d.bind(1);
		var s = "x"; s.bind(1);
	}
}
