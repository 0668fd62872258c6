package game.world;

class Names {
	public static function of(n:Int):String
		return "stage " + n;
}
