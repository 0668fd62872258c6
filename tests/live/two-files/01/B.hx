class B {
	public static function part(s:String, n:Int):String
		return s + " of " + n;
}
