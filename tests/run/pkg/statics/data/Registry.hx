package data;

class Registry {
	public static var entries = [for (n in Config.NAMES) n + Config.limit];
	public static var count(get, never):Int;

	static function get_count()
		return entries.length;

	public static function add(s:String)
		entries.push(s);
}
