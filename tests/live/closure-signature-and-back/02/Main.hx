class Tool {
	public var n = 3;

	public function new() {}

	public function work(k:Int):String
		return "again " + n * k;
}

class Main {
	static var tool = new Tool();
	static var held:Array<Dynamic> = [];

	static function main() {
		held.push(tool.work);
		held.push(tool.work.bind(5));
		while (true) {
			Sys.println("held " + held[0](2) + " " + held[1]() + " now " + tool.work(4));
			Sys.sleep(0.005);
		}
	}
}
