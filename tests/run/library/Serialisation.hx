// expect: Serialisation.hx:36: ai1zi-5d2.5ntfy4:textR0kh
// expect: Serialisation.hx:37: [1,null,null,3,é b]
// expect: Serialisation.hx:38: oy1:ai1y1:by1:xg
// expect: Serialisation.hx:39: 2
// expect: Serialisation.hx:40: wy5:Colory3:Red:0 wy5:Colory3:Rgb:3i1d2.5y1:b
// expect: Serialisation.hx:41: Rgb(1,2.5,b)
// expect: Serialisation.hx:45: one2twotruenull
// expect: Serialisation.hx:47: 8
// expect: Serialisation.hx:49: 7
// expect: Serialisation.hx:51: x
// expect: Serialisation.hx:53: 2
// expect: Serialisation.hx:55: bytes
// expect: Serialisation.hx:56: true
// expect: Serialisation.hx:60: true
// expect: Serialisation.hx:64: 1two
// expect: Serialisation.hx:65: 2020
import haxe.Serializer;
import haxe.Unserializer;

enum Color { Red; Rgb(r:Int, g:Float, b:String); }
class Thing {
	public var name:String;
	public var list:Array<Int>;
	public var other:Thing;
	public function new(name) { this.name = name; list = [1, 2]; }
}
class Custom {
	public var v:Int;
	public function new(v) this.v = v;
	@:keep function hxSerialize(s:Serializer) s.serialize(v * 2);
	@:keep function hxUnserialize(u:Unserializer) v = u.unserialize();
}
class Serialisation {
	static function again(v:Dynamic):Dynamic return Unserializer.run(Serializer.run(v));
	static function main() {
		trace(Serializer.run([1, 0, -5, 2.5, null, true, false, "text", "text", Math.NaN]));
		trace(again([1, null, null, 3, "é b"]));
		trace(Serializer.run({a: 1, b: "x"}));
		trace(again({a: 1, b: {c: [1, 2]}}).b.c[1]);
		trace(Serializer.run(Red) + " " + Serializer.run(Rgb(1, 2.5, "b")));
		trace(Std.string(again(Rgb(1, 2.5, "b"))));
		var t = new Thing("one");
		t.other = new Thing("two");
		var u:Thing = again(t);
		trace(u.name + u.list.length + u.other.name + Std.isOfType(u, Thing) + u.other.other);
		var c:Custom = again(new Custom(4));
		trace(c.v);
		var m:Map<String, Int> = again(["k" => 7]);
		trace(m["k"]);
		var im:Map<Int, String> = again([3 => "x"]);
		trace(im[3]);
		var l:List<Int> = again(Lambda.list([1, 2]));
		trace(l.length);
		var b:haxe.io.Bytes = again(haxe.io.Bytes.ofString("bytes"));
		trace(b.toString());
		trace(again(Thing) == Thing);
		Serializer.USE_CACHE = true;
		t.other = t;
		var v:Thing = again(t);
		trace(v.other == v);
		var s = new Serializer();
		s.serialize(1); s.serialize("two");
		var un = new Unserializer(s.toString());
		trace(un.unserialize() + un.unserialize());
		trace(again(Date.fromString("2020-01-02 03:04:05")).getFullYear());
	}
}
