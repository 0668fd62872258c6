class A {
	public static function text():String
		return "AA";
}
