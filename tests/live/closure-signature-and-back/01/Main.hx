class Tool {
	public var n = 3;

	public function new() {}

	public function work(k:String):String
		return "other " + k + n;
}

class Main {
	static var tool = new Tool();
	static var held:Array<Dynamic> = [];

	static function main() {
		held.push(tool.work);
		while (true) {
			Sys.println("held " + held[0](2) + " " + held[1]() + " now " + tool.work("x"));
			Sys.sleep(0.005);
		}
	}
}
