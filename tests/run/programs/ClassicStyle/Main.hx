// expect: [KeyListener #2] escape
// expect: ctrl+alt+SPACE
// expect: key A
// expect: key B
// expect: Key/2,Down/2,Quit/0 2
// expect: Hello World
// expect: 4 true 7
// expect: 1 2 3 1.4 10
// expect: true 6 [2,4]
// expect: trim|00x|a;b;c|true|a&amp;b&lt;|a%20b|00FF
// expect: 22 01020304ffff68c3a93fc00000c002000000000000c8
// expect: 16909060,65535hé1.5-2.25200
// expect: eof Eof
// expect: a[1] cat[3,3] dog[3] the[3,3] 
// expect: true
// expect: -2 1
// expect: 00,02,12,
// expect: 1:2:null1:5:null1:6:z
// expect: [KeyListener #3]truetrue
// expect: Key1[Down,Key,Quit]
// expect: a=1 b=two {a: 5}
// expect: Joe at Example.org 5mail | now
// expect: a<2>b<44>c
// expect: 3[ab] [a]
// expect: 2
// expect: 3
// expect: 267 3.14 true
package;

import haxe.ds.IntMap;
import haxe.io.Bytes;
import haxe.io.BytesInput;
import haxe.io.BytesOutput;
import haxe.Timer;
using Lambda;
using StringTools;
using Main.Ext;

class Ext {
	public static function capitalize(s:String):String return s.charAt(0).toUpperCase() + s.substr(1);
	public static function sum(it:Iterable<Float>):Float { var s = 0.0; for (x in it) s += x; return s; }
	static public function each<T>(a:Array<T>, f:T->Void):Array<T> { for (x in a) f(x); return a; }
	public static inline function isEven(i:Int):Bool return i % 2 == 0;
	static public function orElse<T>(v:Null<T>, d:T):T return v == null ? d : v;
	static public function describe(e:Evt):String return Type.enumConstructor(e) + "/" + Type.enumParameters(e).length;
}
enum Evt { Down(x:Float, y:Float); Key(code:Int, ?mods:Array<String>); Quit; }
interface IListener { public function onEvent(e:Evt):Bool; public var priority(default, null):Int; }
interface IDisposable { function dispose():Void; }
class Dispatcher implements IDisposable {
	private var listeners:Array<IListener>;
	public var count(get, never):Int;
	public function new() { listeners = new Array<IListener>(); }
	private function get_count():Int { return listeners.length; }
	public function add(l:IListener):Dispatcher {
		listeners.push(l);
		listeners.sort(function(a:IListener, b:IListener):Int { return b.priority - a.priority; });
		return this;
	}
	public function fire(e:Evt):Bool {
		for (l in listeners) { if (l.onEvent(e)) return true; }
		return false;
	}
	public function dispose() { listeners = []; }
}
class BaseListener implements IListener {
	public var priority(default, null):Int = 0;
	private static var nextId:Int = 1;
	private var id:Int;
	public function new() { id = nextId++; init(); }
	private function init():Void { }
	public function onEvent(e:Evt):Bool { return false; }
	public function toString():String { return "[" + Type.getClassName(Type.getClass(this)) + " #" + id + "]"; }
}
class KeyListener extends BaseListener {
	var keys:IntMap<String>;
	override private function init():Void { keys = new IntMap(); keys.set(27, "ESC"); keys.set(32, "SPACE"); }
	override public function onEvent(e:Evt):Bool {
		switch (e) {
			case Key(27, null): Sys.println(this + " escape"); return true;
			case Key(c, mods) if (mods != null && mods.length > 0): Sys.println(mods.join("+") + "+" + keys.get(c)); return true;
			case Key(c, _):
				Sys.println("key " + (keys.exists(c) ? keys.get(c) : String.fromCharCode(c)));
				return c != 65;
			default: return super.onEvent(e);
		}
	}
}
class LogListener extends BaseListener {
	public var log:List<String>;
	public function new() { super(); log = new List<String>(); priority = -1; }
	override public function onEvent(e:Evt):Bool { log.add(e.describe()); return false; }
}
class Main {
	static inline var VERSION:String = "1." + MINOR;
	static inline var MINOR:Int = 4;
	static var FLAGS:Int = 1 << 3 | 1 << 1;
	static function main() {
		var d = new Dispatcher();
		var ll = new LogListener();
		d.add(new KeyListener()).add(ll);
		d.fire(Key(27)); d.fire(Key(32, ["ctrl", "alt"])); d.fire(Key(65)); d.fire(Key(66)); d.fire(Down(1, 2)); d.fire(Quit);
		Sys.println(ll.log.join(",") + " " + d.count);
		Sys.println("hello world".split(" ").map(function(s) { return s.capitalize(); }).join(" "));
		Sys.println([1.5, 2.5].sum() + " " + 4.isEven() + " " + (null : Null<Int>).orElse(7));
		[1, 2, 3].each(function(i) Sys.print(i + " "));
		Sys.println(VERSION + " " + FLAGS);
		Sys.println([3, 1, 2].has(2) + " " + [1, 2, 3].fold(function(a, b) return a + b, 0) + " " + [1, 2, 3, 4].filter(function(x) return x.isEven()).array());
		Sys.println("  trim ".trim() + "|" + "x".lpad("0", 3) + "|" + "a,b;c".replace(",", ";") + "|" + "abc".startsWith("ab") + "|" + "a&b<".htmlEscape() + "|" + "a b".urlEncode() + "|" + 255.hex(4));
		var out = new BytesOutput();
		out.bigEndian = true;
		out.writeInt32(0x01020304);
		out.writeUInt16(65535);
		out.writeString("hé");
		out.writeFloat(1.5);
		out.writeDouble(-2.25);
		out.writeByte(200);
		var b = out.getBytes();
		Sys.println(b.length + " " + b.toHex());
		var inp = new BytesInput(b);
		inp.bigEndian = true;
		Sys.println([inp.readInt32(), inp.readUInt16()].join(",") + inp.readString(3) + inp.readFloat() + inp.readDouble() + inp.readByte());
		try { inp.readByte(); } catch (e:haxe.io.Eof) { Sys.println("eof " + e); }
		var hash = new Map<String, Array<Int>>();
		for (w in "the cat the dog a cat".split(" ")) {
			if (!hash.exists(w)) hash.set(w, []);
			hash.get(w).push(w.length);
		}
		var keys = [for (k in hash.keys()) k];
		keys.sort(function(a, b) return a < b ? -1 : a > b ? 1 : 0);
		for (k in keys) Sys.print(k + hash[k] + " ");
		Sys.println("");
		var t = Timer.stamp();
		Sys.println(Timer.stamp() >= t);
		var x = 10, y;
		do { y = x; x -= 3; if (x == 4) continue; } while (x > 0);
		Sys.println(x + " " + y);
		var s = "";
		for (i in 0...3) for (j in i...3) { if (j == 1) continue; if (i == 2) break; s += i + "" + j + ","; }
		Sys.println(s);
		var f = function(a:Int, ?b:Int = 2, ?c:String):String { return a + ":" + b + ":" + c; };
		Sys.println(f(1) + f(1, 5) + f(1, 6, "z"));
		var cls:Class<Dynamic> = Type.resolveClass("KeyListener");
		var inst:BaseListener = Type.createInstance(cls, []);
		Sys.println(inst.toString() + Std.isOfType(inst, IListener) + (Type.getSuperClass(cls) == BaseListener));
		var ee = Type.createEnum(Evt, "Key", [5]);
		Sys.println(Type.enumConstructor(ee) + Type.enumIndex(ee) + Type.getEnumConstructs(Evt));
		var o = { a: 1, b: "two" };
		for (n in Reflect.fields(o)) Sys.print(n + "=" + Reflect.field(o, n) + " ");
		Reflect.setField(o, "a", 5);
		Reflect.deleteField(o, "b");
		Sys.println(Std.string(o));
		var e = new EReg("([a-z]+)@([a-z.]+)", "i");
		if (e.match("mail Joe@Example.org now")) Sys.println(e.matched(1) + " at " + e.matched(2) + " " + e.matchedPos().pos + e.matchedLeft() + "|" + e.matchedRight());
		Sys.println(~/[0-9]+/g.map("a1b22c", function(r) return "<" + (Std.parseInt(r.matched(0)) * 2) + ">"));
		Sys.println(~/\s+/g.split("a  b c").length + ~/(a)(b)?/g.replace("ab a", "[$1$2]"));
		Sys.println(Math.round(2.5) + Math.floor(-1.5) + Math.ceil(1.2) + Std.int(-1.9));
		var r = try { if (x < 0) throw { code: 3 }; 0; } catch (e:Dynamic) { e.code; };
		Sys.println(r);
		Sys.println(Std.parseInt("0xff") + Std.parseInt("12px") + " " + Std.parseFloat("3.14abc") + " " + Math.isNaN(Std.parseFloat("x")));
	}
}
