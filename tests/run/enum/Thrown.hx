// expect: opened a
// expect: refused
// expect: not found: long
enum Failure {
	NotFound(what:String);
	Refused;
}

class Thrown {
	static function open(name:String):String {
		if (name == "")
			throw Refused;
		if (name.length > 3)
			throw NotFound(name);
		return "opened " + name;
	}

	static function main() {
		for (n in ["a", "", "long"])
			try {
				Sys.println(open(n));
			} catch (f:Failure) {
				switch (f) {
					case NotFound(w):
						Sys.println("not found: " + w);
					case Refused:
						Sys.println("refused");
				}
			}
	}
}
