class A {
	public static function text():String
		return B.part("one", 2);
}
