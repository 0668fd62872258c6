class A {
	public static function text():String
		return 1;
}
