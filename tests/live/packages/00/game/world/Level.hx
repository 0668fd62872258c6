package game.world;

class Level {
	public function new() {}

	public function enter():String
		return Names.of(3) + helper();
}

function helper():String
	return "!";
