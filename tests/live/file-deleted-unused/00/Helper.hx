class Helper {
	public static function text():String
		return "helped";
}
