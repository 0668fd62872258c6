// + with a String on either side makes text of the other.
// expect: ab
// expect: n1
// expect: 1n
// expect: f1.52
// expect: btruefalse
// expect: anull12true
// expect: sum 12
// expect: sum 3
// expect: 3 first
// expect: list [1,2]
// expect: neg -5
// expect: xxxx
// expect: true
// expect: 3
class Concat {
	static function main() {
		Sys.println("a" + "b");
		Sys.println("n" + 1);
		Sys.println(1 + "n");
		Sys.println("f" + 1.5 + 2.0);
		Sys.println("b" + true + false);
		Sys.println("a" + null + 1 + 2.0 + true);
		Sys.println("sum " + 1 + 2);
		Sys.println("sum " + (1 + 2));
		Sys.println(1 + 2 + " first");
		Sys.println("list " + [1, 2]);
		Sys.println("neg " + -5);
		var s = "x";
		s = s + s;
		s += s;
		Sys.println(s);
		Sys.println("" + "" == "");
		var c = 'a' + "b" + 'c';
		Sys.println(c.length);
	}
}
