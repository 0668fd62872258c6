class B {
	public static function part(n:Int):String
		return "part " + n;
}
