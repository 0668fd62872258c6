// expect: true
// expect: [1,3,2,1]
// expect: false
// expect: true
// expect: [3,2]
// expect: true
// expect: [a,c]
// expect: false
// expect: true
// expect: true
class Remove {
	var n:Int;

	function new(n)
		this.n = n;

	static function main() {
		var a = [1, 2, 3, 2, 1];
		Sys.println(a.remove(2));
		Sys.println(a);
		Sys.println(a.remove(7));
		Sys.println(a.remove(1) && a.remove(1));
		Sys.println(a);
		var s = ["a", "b", "c"];
		Sys.println(s.remove("" + "b"));
		Sys.println(s);
		var x = new Remove(1), y = new Remove(1);
		var o = [x, y];
		Sys.println(o.remove(new Remove(1)));
		Sys.println(o.remove(y));
		Sys.println(o.length == 1 && o[0] == x);
	}
}
