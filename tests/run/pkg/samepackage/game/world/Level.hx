package game.world;

class Level {
	var name:String;
	var player = new Player();
	var tile = new Tile(3);

	public function new(name)
		this.name = name;

	public function enter()
		player.steps += tile.size;

	public function report()
		return name + ": " + player.describe();
}
