// expect: 1
// expect: 5
// expect: 10
// expect: 14
// expect: 4
class Settings {
	public static var level(get, set):Int;
	public static var reads(default, null) = 0;
	public static var double(get, never):Int;

	static var stored = 1;

	static function get_level():Int {
		reads++;
		return stored;
	}

	static function set_level(v:Int):Int {
		stored = v > 10 ? 10 : v;
		return stored;
	}

	static inline function get_double():Int
		return level * 2;
}

class StaticProperty {
	static function main() {
		Sys.println(Settings.level);
		Settings.level = 5;
		Sys.println(Settings.level);
		Sys.println(Settings.level = 50);
		Settings.level -= 3;
		Sys.println(Settings.double);
		Sys.println(Settings.reads);
	}
}
