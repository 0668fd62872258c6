package parts;

class Broken {
	public static function value():Int {
		return "not an Int";
	}
}
