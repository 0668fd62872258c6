package game;

class Player {
	public var steps = 0;

	public function new() {}

	public function describe():String
		return Global.NAME + " player after " + steps;
}
