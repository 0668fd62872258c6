// Every kind of accessor: default, null, never, get, set.
// expect: 11
// expect: 2
// expect: 3
// expect: 30
// expect: 0
// expect: 5
// expect: made
// expect: lazy value
// expect: lazy value
// expect: 7
class P {
	public var plain(default, default):Int = 1;
	public var readable(default, null):Int = 2;
	public var computed(get, never):Int;
	public var guarded(default, set):Int = 4;
	public var lazy(get, null):String;
	public var writeOnly(never, set):Int;

	public var written = 0;

	public function new() {}

	function get_computed():Int
		return readable * 10;

	function set_guarded(v:Int):Int {
		return guarded = v < 0 ? 0 : v;
	}

	function get_lazy():String {
		if (lazy == null) {
			Sys.println("made");
			lazy = "lazy value";
		}
		return lazy;
	}

	function set_writeOnly(v:Int):Int {
		written += v;
		return v;
	}

	public function grow()
		readable++;
}

class PropertyAccess {
	static function main() {
		var p = new P();
		p.plain += 10;
		Sys.println(p.plain);
		Sys.println(p.readable);
		p.grow();
		Sys.println(p.readable);
		Sys.println(p.computed);
		p.guarded = -5;
		Sys.println(p.guarded);
		p.guarded = 5;
		Sys.println(p.guarded);
		Sys.println(p.lazy);
		Sys.println(p.lazy);
		p.writeOnly = 3;
		p.writeOnly = 4;
		Sys.println(p.written);
	}
}
