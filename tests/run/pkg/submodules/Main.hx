// One module with several types; private types are not seen outside.
// expect: 3 hidden
// expect: 5
// expect: other
// expect: 10
// expect: 11
import lib.Tool;
import lib.Tool.Helper;

class Main {
	static function main() {
		Sys.println(new Tool().use());
		Sys.println(new Helper(5).n);
		Sys.println(new lib.Tool.Other().text());
		Sys.println(Shared.value);
		Shared.value++;
		Sys.println(Tool.seen());
	}
}
