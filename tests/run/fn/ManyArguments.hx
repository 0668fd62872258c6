// More arguments than registers, Ints and Floats mixed.
// expect: 385
// expect: 1 2.5 c 4 5.5 true 7.25 8 9.75 j 15
// expect: 1004
// expect: 220
// expect: 1004
class ManyArguments {
	static function ints(a:Int, b:Int, c:Int, d:Int, e:Int, f:Int, g:Int, h:Int, i:Int, j:Int):Int
		return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + h * 8 + i * 9 + j * 10;

	static function mixed(a:Int, b:Float, c:String, d:Int, e:Float, f:Bool, g:Float, h:Int, i:Float, j:String, k:Float, l:Float, m:Float, n:Float, o:Float):String
		return a + " " + b + " " + c + " " + d + " " + e + " " + f + " " + g + " " + h + " " + i + " " + j + " " + (k + l + m + n + o);

	var x = 1000;

	function new() {}

	function method(a:Int, b:Int, c:Int, d:Int, e:Int, f:Int, g:Int, h:Int):Int
		return x + a - b + c - d + e - f + g - h;

	static function main() {
		Sys.println(ints(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
		Sys.println(mixed(1, 2.5, "c", 4, 5.5, true, 7.25, 8, 9.75, "j", 1, 2, 3, 4, 5));
		Sys.println(new ManyArguments().method(8, 7, 6, 5, 4, 3, 2, 1));
		var f = ints;
		Sys.println(f(10, 9, 8, 7, 6, 5, 4, 3, 2, 1));
		var g = new ManyArguments().method;
		Sys.println(g(1, 0, 1, 0, 1, 0, 1, 0));
	}
}
