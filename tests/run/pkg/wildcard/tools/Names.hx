package tools;

class Names {
	public static function first()
		return "Ada";
}
