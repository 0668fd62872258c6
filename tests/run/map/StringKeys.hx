// expect: 3
// expect: null
// expect: true
// expect: false
// expect: 42
// expect: true
// expect: false
// expect: 1
// expect: and:2 bird:1 cat:1 dog:1 the:3
class StringKeys {
	static function main() {
		var m = new Map<String, Int>();
		m.set("one", 1);
		m["two"] = 2;
		Sys.println(m.get("one") + m["two"]);
		Sys.println(m["three"]);
		Sys.println(m.exists("two"));
		Sys.println(m.exists("three"));
		m["two"] += 40;
		Sys.println(m["two"]);
		Sys.println(m.remove("one"));
		Sys.println(m.remove("one"));
		var count = 0;
		for (k in m.keys())
			count++;
		Sys.println(count);
		var words = "the cat and the dog and the bird".split(" ");
		var freq:Map<String, Int> = [];
		for (w in words)
			freq[w] = freq.exists(w) ? freq[w] + 1 : 1;
		var keys = [for (k in freq.keys()) k];
		keys.sort((a, b) -> a < b ? -1 : 1);
		Sys.println([for (k in keys) k + ":" + freq[k]].join(" "));
	}
}
