// An error in another file of the program names that file.
// expect error: Broken.hx:5: String should be Int
import parts.Broken;

class Main {
	static function main() {
		Sys.println(Broken.value());
	}
}
