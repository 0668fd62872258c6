// expect: 21.5
// expect: 31.5
// expect: 20.5C
// expect: set
// expect: true
abstract Celsius(Float) from Float to Float {
	@:from static function ofString(s:String):Celsius
		return Std.parseFloat(s);

	@:to function toText():String
		return this + "C";
}

abstract Flag(Int) {
	inline function new(n)
		this = n;

	@:from static inline function ofBool(b:Bool)
		return new Flag(b ? 1 : 0);

	@:to inline function toBool():Bool
		return this != 0;
}

class Conversions {
	static function heat(c:Celsius):Float
		return (c : Float) + 1;

	static function main() {
		var a:Celsius = 20.5;
		Sys.println(heat(a));
		Sys.println(heat("30.5"));
		var s:String = a;
		Sys.println(s);
		var f:Flag = 3 > 2;
		if (f)
			Sys.println("set");
		var b:Bool = f;
		Sys.println(b);
	}
}
