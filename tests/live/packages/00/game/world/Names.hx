package game.world;

class Names {
	public static function of(n:Int):String
		return "level " + n;
}
