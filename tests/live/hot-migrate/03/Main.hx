import haxe.DynamicAccess;

class Point {
	public var length:Float;
	public var more = 1;

	public function new(length:Float)
		this.length = length;

	@:hot.migrate function take(dropped:DynamicAccess<Dynamic>, from:Int) {
		throw "length " + length;
	}
}

class Named extends Point {
	public var upper:String;
}

class Main {
	static var a = new Point(5);
	static var b:Point = new Named(6);

	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println("more " + a.length + " " + b.length + " " + Std.downcast(b, Named).upper);
			Sys.sleep(0.005);
		}
	}
}
