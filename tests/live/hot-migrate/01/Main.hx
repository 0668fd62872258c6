import haxe.DynamicAccess;

class Point {
	public var length:Float;

	public function new(length:Float)
		this.length = length;

	@:hot.migrate function take(dropped:DynamicAccess<Dynamic>, from:Int) {
		var names = dropped.keys();
		names.sort(Reflect.compare);
		Sys.println("point from " + from + ": " + [for (n in names) n + "=" + dropped[n]].join(" "));
		var x:Int = dropped["x"], y:Int = dropped["y"];
		length = Math.sqrt(x * x + y * y);
	}
}

class Named extends Point {
	public var upper:String;

	@:hot.migrate function rename(dropped:DynamicAccess<Dynamic>, from:Int) {
		Sys.println("named from " + from + ": name=" + dropped["name"]);
		upper = (dropped["name"] : String).toUpperCase();
	}
}

class Main {
	static var a = new Point(5);
	static var b:Point = new Named(6);

	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println(a.length + " " + b.length + " " + Std.downcast(b, Named).upper);
			Sys.sleep(0.005);
		}
	}
}
