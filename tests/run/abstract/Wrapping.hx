// expect: 13
// expect: 1
// expect: 2000
// expect: 2
abstract Metres(Float) {
	public inline function new(m:Float)
		this = m;

	public function toFeet():Float
		return this * 3.25;

	public var half(get, never):Metres;

	inline function get_half()
		return new Metres(this / 2);

	public static function ofKm(k:Float)
		return new Metres(k * 1000);

	public function raw():Float
		return this;
}

class Wrapping {
	static function main() {
		var m = new Metres(4);
		Sys.println(m.toFeet());
		Sys.println(m.half.half.raw());
		Sys.println(Metres.ofKm(2).raw());
		var list = [m, m.half];
		Sys.println(list[1].raw());
	}
}
