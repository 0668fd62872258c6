package tools;

class Numbers {
	public static inline var PI3 = 3.14;

	public static function add(a:Int, b:Int)
		return a + b;
}
