// expect: 1 2 3
// expect: 0 1 2
// expect: 2 10 10
// expect: 3 2 1
// expect: -26
class SideEffectArguments {
	static var n = 0;

	static function next():Int
		return ++n;

	static function show(a:Int, b:Int, c:Int):String
		return '$a $b $c';

	static function main() {
		Sys.println(show(next(), next(), next()));
		var i = 0;
		Sys.println(show(i++, i++, i));
		Sys.println(show(i, i = 10, i));
		var a = [1, 2, 3];
		Sys.println(show(a.pop(), a.pop(), a.pop()));
		Sys.println(next() - next() * next());
	}
}
