class Greeter {
	var name:String;

	public function new(name:String)
		this.name = name;

	public function greet():String
		return "good day " + name;
}

class Main {
	static function plain():String
		return "fancy";

	static function main() {
		var f = new Greeter("you").greet;
		var g = plain;
		for (i in 0...20000) {
			Sys.println(f());
			Sys.println(g());
			Sys.sleep(0.005);
		}
	}
}
