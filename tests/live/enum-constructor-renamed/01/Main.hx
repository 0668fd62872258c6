enum Token {
	@:hot.was("End") Stop;
	@:hot.was("Number") Literal(n:Int, ?text:String);
}

class Main {
	static var tokens = [Literal(4), Stop];

	static function main() {
		while (true) {
			Sys.println([for (t in tokens) switch t {
				case Literal(n, text): "literal " + n + text;
				case Stop: "stop";
			}].join(" ") + " " + tokens);
			Sys.sleep(0.005);
		}
	}
}
