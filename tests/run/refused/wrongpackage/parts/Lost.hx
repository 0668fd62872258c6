package other;

class Lost {
	public static function f() {}
}
