// expect: 1, 2, 3
// expect: a
// expect: []
// expect: 1.5 2
// expect: true|false
// expect: [1,2];[3]
// expect: a-null-c
// expect: xy
// expect: [1,2]
// expect: [a,b]
class JoinArray {
	static function main() {
		Sys.println([1, 2, 3].join(", "));
		Sys.println(["a"].join("x"));
		Sys.println("[" + [].join(",") + "]");
		Sys.println([1.5, 2.0].join(" "));
		Sys.println([true, false].join("|"));
		Sys.println([[1, 2], [3]].join(";"));
		Sys.println(["a", null, "c"].join("-"));
		Sys.println(["x", "y"].join(""));
		Sys.println([1, 2].toString());
		Sys.println("" + ["a", "b"]);
	}
}
