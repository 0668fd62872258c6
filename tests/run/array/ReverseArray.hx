// expect: [4,3,2,1]
// expect: [c,b,a]
// expect: [1.5]
// expect: []
class ReverseArray {
	static function main() {
		var a = [1, 2, 3, 4];
		a.reverse();
		Sys.println(a);
		var odd = ["a", "b", "c"];
		odd.reverse();
		Sys.println(odd);
		var one = [1.5];
		one.reverse();
		Sys.println(one);
		var none:Array<Int> = [];
		none.reverse();
		Sys.println(none);
	}
}
