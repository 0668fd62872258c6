class Main {
	static var held = new haxe.ds.StringMap<Int->String>();

	static function fill(tag:String) {
		held.set("b", function(n) return "new b" + n + tag);
		held.set("c", n -> "last c" + n + tag);
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
