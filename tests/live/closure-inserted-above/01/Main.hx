class Main {
	static var held = new haxe.ds.StringMap<Int->String>();

	static function fill(tag:String) {
		var twice = function(s:String) return s + s;
		held.set("a", function(n) return "a" + n + tag);
		function local(s:String) return s;
		held.set("b", function(n) return "new b" + n + tag);
		held.set("c", n -> "c" + n + tag);
		held.set("d", function(n) return twice(local("d")));
	}

	static function main() {
		fill("!");
		var n = 0;
		while (true) {
			Sys.println([for (k in ["a", "b", "c"]) held.get(k)(1)].join(" "));
			Sys.sleep(0.005);
		}
	}
}
