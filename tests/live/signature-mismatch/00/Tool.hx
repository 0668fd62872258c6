class Tool {
	public static function show(n:Int):String
		return "number " + n;
}
