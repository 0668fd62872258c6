class Tool {
	public static function show(s:String):String
		return "text " + s;
}
