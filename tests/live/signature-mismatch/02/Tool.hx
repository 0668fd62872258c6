class Tool {
	public static function show(n:Int):String
		return "NUMBER " + n;
}
