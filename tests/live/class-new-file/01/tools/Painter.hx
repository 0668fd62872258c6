package tools;

class Painter {
	static var made = 0;

	var colour:String;

	public function new(colour:String) {
		this.colour = colour;
		made++;
	}

	public function paint(what:String):String
		return colour + " " + what + (made > 1 ? "s" : "");
}
