// expect: [1,2] [9]
// expect: 30
// expect: -8
// expect: 4
class Nested {
	static function main() {
		var m:Map<String, Array<Int>> = ["a" => [1]];
		m["a"].push(2);
		if (!m.exists("b"))
			m["b"] = [];
		m["b"].push(9);
		Sys.println(m["a"] + " " + m["b"]);
		var deep = new Map<Int, Map<String, Int>>();
		for (i in 0...3) {
			deep[i] = new Map();
			deep[i]["x"] = i * 10;
		}
		Sys.println(deep[2]["x"] + deep[1]["x"]);
		var fs = ["twice" => (n:Int) -> n * 2, "minus" => n -> -n];
		Sys.println(fs["twice"](fs["minus"](4)));
		Sys.println([for (i in 0...3) i => i * i][2]);
	}
}
