enum Token {
	Number(n:Int);
	End;
}

class Main {
	static var tokens = [Number(4), End];

	static function main() {
		while (true) {
			Sys.println([for (t in tokens) switch t {
				case Number(n): "number " + n;
				case End: "end";
			}].join(" "));
			Sys.sleep(0.005);
		}
	}
}
