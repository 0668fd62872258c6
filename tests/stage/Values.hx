// Coercions: basic types, Null, Dynamic, type parameters; strings; comparisons; assignments.
class Box<T> {
	public var value:T;

	public function new(value:T) this.value = value;

	public function get():T return value;
}

class Values {
	static var count = 0;
	static var ratio:Float = 1;

	static function mixed(i:Int, f:Float):Float return i / 2 + f * i - i;

	static function box(b:Box<Int>):Int {
		b.value = b.get() + b.value;
		return b.value++;
	}

	static function nullable(n:Null<Int>):Bool return n == null || n == 3 || n > 5;

	static function dynamics(d:Dynamic):String {
		d.x += 1;
		return d.f(1, "a") + d[0];
	}

	static function text(i:Int, f:Float, s:String, o:Box<Int>):String return "i" + i + f + s + o + true + null;

	static function twoTexts(i:Int):String return "i" + i;

	static function equal(a:String, b:String, o:Box<Int>, d:Dynamic):Bool return a == b && o != null && d == a && a < b;

	static function assigned(xs:Array<Int>):Int {
		var i = 0;
		xs[i++] = i++;
		count = xs[0] += 2;
		ratio = count;
		return count;
	}

	static function casts(d:Dynamic, b:Box<Int>):String {
		var s:String = d;
		var i = cast(d, Int);
		var unsafe:Box<Int> = cast d;
		return d is Box ? s : s + i + unsafe.value;
	}

	static function main() {}
}
