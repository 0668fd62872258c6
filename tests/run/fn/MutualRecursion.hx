// expect: true
// expect: true
// expect: false
// expect: [1,1,2,2,3,3,4,5,5,6,6,7]
// expect: [0,0,1,2,2,3,4,4,5,6,6,7]
class MutualRecursion {
	static function isEven(n:Int):Bool
		return n == 0 ? true : isOdd(n - 1);

	static function isOdd(n:Int):Bool
		return n == 0 ? false : isEven(n - 1);

	static function female(n:Int):Int
		return n == 0 ? 1 : n - male(female(n - 1));

	static function male(n:Int):Int
		return n == 0 ? 0 : n - female(male(n - 1));

	static function main() {
		Sys.println(isEven(100));
		Sys.println(isOdd(7));
		Sys.println(isEven(7));
		Sys.println([for (i in 0...12) female(i)]);
		Sys.println([for (i in 0...12) male(i)]);
	}
}
