import molt.Hot;

class Main {
	

	static function text():String
		return "fine";

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
