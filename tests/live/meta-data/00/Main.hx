import haxe.rtti.Meta;

@title("first")
class Main {
	@note(1)
	static function text():String {
		return Meta.getType(Main).title[0] + " " + Meta.getStatics(Main).text.note[0];
	}

	static function main() {
		for (n in 0...20000) {
			Sys.println(text());
			Sys.println("turn " + n);
			Sys.sleep(0.005);
		}
	}
}
