// Static variables of several modules, each initialised before its module is used by main.
// expect: main 3
// expect: a3,b3
// expect: 3
// expect: limit 5 of 2
import data.Config;
import data.Registry;

class Main {
	static var own = "main " + Config.limit;

	static function main() {
		Sys.println(own);
		Sys.println(Registry.entries.join(","));
		Registry.add("c");
		Sys.println(Registry.count);
		Config.limit = 5;
		Sys.println(Config.describe());
	}
}
