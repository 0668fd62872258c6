class A {
	public static function text():String
		return B.part(1);
}
