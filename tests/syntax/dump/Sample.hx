package demo;

import haxe.ds.StringMap as M;

@:keep class Sample<T:Float> extends Base {
	static final LIMIT = -10;
	public var size(get, never):Int;

	inline function run(?names:Array<String>, depth = 0x1F):T -> Void {
		for (name in names) trace('$name: ${names.length}');
		if (depth >= 2 && !done) return x -> cast(x, Int);
		switch depth {
			case 1 | 2 if (ok): a?.b[0]++;
			default:
		}
		return null;
	}
}

enum Shape { Dot; Circle(?radius:Float); }
