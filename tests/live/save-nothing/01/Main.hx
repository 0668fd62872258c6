// A comment at the top.
class Main {

	/* and one here */
	static function text():String
		return "one"; // and here

	static function main() {
		for (i   in   0...20000) {
			Sys.println( text() );
			Sys.sleep(0.005);
		}
	}
}
