// expect: lowmiddlehigh
// expect: 6
// expect: true
// expect: true
// expect: Up
// expect: [down key]
// expect: down
enum abstract Level(Int) {
	var Low;
	var Middle = 5;
	var High;

	public function above(o:Level):Bool
		return this > (cast o : Int);
}

enum abstract Key(String) to String {
	var Up;
	var Down = "down key";
}

class EnumAbstracts {
	static function name(l:Level):String
		return switch (l) {
			case Low: "low";
			case Middle: "middle";
			case High: "high";
		}

	static function main() {
		Sys.println(name(Low) + name(Middle) + name(High));
		Sys.println((cast High : Int));
		Sys.println(High.above(Low));
		Sys.println(Low == Low);
		var k:String = Up;
		Sys.println(k);
		Sys.println("[" + Down + "]");
		switch (Down) {
			case Up:
				Sys.println("up");
			case Down:
				Sys.println("down");
		}
	}
}
