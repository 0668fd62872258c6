// A method taken as a value remembers its object.
// expect: Ann greets x (1)
// expect: Ann greets y (2)
// expect: BOB GREETS Z (1)
// expect: BOB GREETS W (2)
// expect: [BOB GREETS P (3),BOB GREETS Q (4)]
// expect: 2
// expect: TEXT
class Greeter {
	var name:String;
	var count = 0;

	public function new(name)
		this.name = name;

	public function greet(other:String):String {
		count++;
		return name + " greets " + other + " (" + count + ")";
	}

	public function same():String->String
		return greet;
}

class Loud extends Greeter {
	override function greet(other:String):String
		return super.greet(other).toUpperCase();
}

class MethodClosures {
	static function main() {
		var a = new Greeter("Ann"), b = new Loud("Bob");
		var f = a.greet;
		Sys.println(f("x"));
		a = new Greeter("Other");
		Sys.println(f("y"));
		var g:Greeter = b;
		f = g.greet;
		Sys.println(f("z"));
		Sys.println(g.same()("w"));
		Sys.println(["p", "q"].map(b.greet));
		var push = [1].push;
		Sys.println(push(2));
		var upper = "text".toUpperCase;
		Sys.println(upper());
	}
}
