import molt.Hot;

class Main {
	@:hot.before static function leave() {
		Sys.println("leaving");
		throw "no";
	}

	static function text():String
		throw "broken";

	static function main() {
		Hot.onUpdate(() -> {
			Sys.println("listener " + Hot.version);
		});
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println(text());
			Sys.sleep(0.005);
		}
	}
}
