class B {
	public static function text():String
		return "b";
}
