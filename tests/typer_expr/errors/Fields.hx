class Thing {
	public var length:Int;
	public var ro(default, null):Int;
	public var rn(default, never):Int;
	public var g(get, never):Int;
	public var s(null, set):Int;
	public final fin = 1;
	var hidden:Int;

	public static var st = 1;

	public static function sfoo() {}

	static function shidden() {}

	public function new() {}

	public function fooBar(a:Int):Void {}

	function get_g()
		return 1;

	function set_s(v)
		return v;
}

class Fields {
	var x:Int;

	function inst() {}

	static inline var K = 1;

	static function main() {
		var a = new Thing();
		a.foBar(1);
		a.legnth;
		a.ro = 1;
		a.rn = 2;
		a.g = 3;
		a.fin = 2;
		a.s;
		a.g++;
		a.hidden;
		Thing.shidden();
		Thing.stt;
		Thing.sfooo();
		K = 3;
		a.fooBar = null;
		x;
		inst();
		x = 1;
		"a".foo;
		"a".length = 3;
		var o = {a: 1};
		o.a = "x";
		o.b = 1;
		o.c;
		5 = 4;
		a.fooBar(1) = 3;
	}
}
