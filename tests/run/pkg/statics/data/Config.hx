package data;

class Config {
	public static var limit = 3;
	public static final NAMES = ["a", "b"];

	public static function describe()
		return "limit " + limit + " of " + NAMES.length;
}
