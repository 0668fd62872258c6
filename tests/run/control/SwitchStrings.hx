// expect: [1,1,2,3,4,5,6,8,9,9,-1,-2]
// expect: [1,2,3,4,5,6,7,105]
// expect: a.
// expect: f.
// expect: .
// expect: .
// expect: b.
// expect: d.
// expect: [other,1,2,3,4,5,6,78x7,78x8,other]
// expect: other
class SwitchStrings {
	static final FIN = "fin";
	static function f(s:String) return switch s { case "a" | "b": 1; case "c": 2; case "dd": 3; case "": 4; case "é": 5; case "日本": 6; case "zzz" if (FIN == "x"): 7; case "zzz": 8; case _.length => 7: 9; case "seven77": 10; case _: -1; };
	static function g(s:String) return switch s { case "a": 1; case "b": 2; case null: 3; case "c": 4; case "d": 5; case "e": 6; case "f": 7; case other: other.length + 100; };
	static function h(s:String) { switch s { case "a": Sys.print("a"); case "b": Sys.print("b"); case "c": Sys.print("c"); case "d": Sys.print("d"); case "e": Sys.print("e"); case "f": Sys.print("f"); } Sys.println("."); }
	static function k(s:Null<String>):String return switch s { case "x1": "1"; case "x2": "2"; case "x3": "3"; case "x4": "4"; case "x5": "5"; case "x6": "6"; case x = ("x7" | "x8"): "78" + x; case _: "other"; };
	static function main() {
		Sys.println([for (s in ["a", "b", "c", "dd", "", "é", "日本", "zzz", "1234567", "seven77", "q", null]) try f(s) catch (e:Dynamic) -2]);
		Sys.println([for (s in ["a", "b", null, "c", "d", "e", "f", "hello"]) g(s)]);
		for (s in ["a", "f", "z", null, "ab".charAt(1), "xdx".substr(1, 1)]) h(s);
		Sys.println([for (i in 0...10) k("x" + i)]); Sys.println(k(null));
	}
}
