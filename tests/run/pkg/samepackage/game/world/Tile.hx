package game.world;

class Tile {
	public var size(default, null):Int;

	public function new(size)
		this.size = size;
}
