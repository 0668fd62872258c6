// % binds tighter than * and /; & | ^ bind tighter than comparisons.
// expect: 14
// expect: 6
// expect: 3
// expect: 8
// expect: 6
// expect: 6
// expect: true
// expect: true
// expect: 9
// expect: true
// expect: 3a12
// expect: yes
// expect: true
// expect: -1
// expect: 1
// expect: 5
// expect: 6
class Precedence {
	static function main() {
		Sys.println(2 + 3 * 4);
		Sys.println(2 * 3 % 4);
		Sys.println(10 - 4 - 3);
		Sys.println(1 << 2 + 1);
		Sys.println(1 + 2 << 1);
		Sys.println(-2 * -3);
		Sys.println(!true || true);
		Sys.println(true || true && false);
		Sys.println(5 & 3 | 8);
		Sys.println((7 & 3) == 3);
		Sys.println(1 + 2 + "a" + 1 + 2);
		Sys.println(1 < 2 ? "yes" : "no");
		Sys.println(-3 + 5 > 1 && 4 % 3 == 1);
		Sys.println(~1 + 1);
		Sys.println(12 / 4 / 3);
		Sys.println(2 * 10 >> 2);
		Sys.println(8 % 5 * 2);
	}
}
