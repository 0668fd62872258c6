// no oracle: language 4.3: ?? and ?., suffixes of numbers, static locals
// expect: 123
// expect: 255
// expect: 2.5
// expect: 8
// expect: 0.5
// expect: 1000000
// expect: 65535
// expect: 10
// expect: 240
// expect: 10.5
// expect: -1
// expect: 9223372036854775807
// expect: -1
// expect: 15000000000
// expect: -1
// expect: 1.5
// expect: 5
// expect: 7
// expect: 7
// expect: a 0
// expect: def
// expect: 3
// expect: 4
// expect: [9,1]
// expect: [1,null] 1
// expect: 3
// expect: -1
// expect: 6
// expect: 5
// expect: [get][set]
// expect: [get]
// expect: [get]3
// expect: 2
// expect: 7
// expect: ret
// expect: 7
// expect: t
// expect: 7
// expect: last
// expect: null
// expect: null
// expect: 1
// expect: null
// expect: 2
// expect: null
// expect: 3
// expect: null
// expect: anon
// expect: gg1
// expect: g
// expect: true
// expect: null
// expect: 3
// expect: B
// expect: null
// expect: null
// expect: null
// expect: changed
// expect: null
// expect: 7
// expect: 8
// expect: null
// expect: 1
// expect: ok
// expect: null
// expect: [16,17,18]
// expect: e1
// expect: true
// expect: [3]
import haxe.Int64;
class Node { public var next:Null<Node>; public var v:Int; public var name:Null<String>; public function new(v, ?next) { this.v = v; this.next = next; } public function get() { Sys.print("g"); return this; } public function f(i:Int):Null<Int> { return i > 0 ? i * v : null; } public var p(get, set):Null<Int>; var _p:Null<Int>; function get_p() { Sys.print("[get]"); return _p; } function set_p(x) { Sys.print("[set]"); return _p = x; } }
class NullSafety {
	static var st:Null<Int>;
	static function l<T>(s:String, v:T):T { Sys.print(s + " "); return v; }
	static function cnt() { static var n = 10; static final k = 5; n++; return n + k; }
	static function main() {
		// literals
		var a = 123i64; Sys.println(Int64.toStr(a)); var b = 0xFFi64; Sys.println(Int64.toStr(b)); var c = 5u32; Sys.println(c / 2); var d = 7i32; Sys.println(d + 1); var e = 1f64; Sys.println(e / 2); Sys.println(1_000_000); Sys.println(0xFF_FF); Sys.println(0b1010); Sys.println(0b1111_0000); Sys.println(1_0.5_0); Sys.println(4294967295u32); Sys.println(Int64.toStr(9223372036854775807i64)); Sys.println(Int64.toStr(-1i64)); Sys.println(1.5e1_0); Sys.println(0xFFFFFFFFu32); Sys.println(1.5f64);
		// null coalescing
		var x:Null<Int> = null; Sys.println(x ?? 5); x ??= 7; Sys.println(x); x ??= l("never", 8); Sys.println(x); Sys.println(l("a", null) ?? l("b", null) ?? l("c", 3)); var s:String = null; Sys.println(s ?? "def"); Sys.println((s ?? "xyz").length); st ??= 4; st ??= 5; Sys.println(st); var arr:Array<Null<Int>> = [null, 1]; arr[0] ??= 9; arr[1] ??= 9; Sys.println(arr); var i = 0; arr = [null, null]; arr[i++] ??= i; Sys.println(arr + " " + i); var m = new Map<String, Int>(); m["k"] ??= 3; m["k"] ??= 4; Sys.println(m["k"]); Sys.println(m["zz"] ?? -1); var o:{?f:Int} = {}; o.f ??= 6; o.f ??= 7; Sys.println(o.f); var dy:Dynamic = {}; dy.q ??= 5; Sys.println(dy.q); var n = new Node(1); n.p ??= 3; Sys.println(""); n.p ??= 4; Sys.println(""); Sys.println(n.p ?? 9); n.next ??= new Node(2); n.next ??= new Node(3); Sys.println(n.next.v); var nn:Int = x ?? throw "no"; Sys.println(nn); var r = (function() { var z:Null<Int> = null; var q = z ?? return "ret"; return "no" + q; })(); Sys.println(r); Sys.println(true ? x ?? 1 : 2); var y:Null<Bool> = null; Sys.println(y ?? true ? "t" : "f"); Sys.println(x ?? 5 + 1); Sys.println(null ?? null ?? "last");
		// safe navigation
		var nul:Null<Node> = null; Sys.println(nul?.v); Sys.println(nul?.next.next.v); Sys.println(n?.v); Sys.println(n?.next?.next?.v); Sys.println(n?.next?.v); Sys.println(nul?.f(l("arg", 1))); Sys.println(n?.f(3)); Sys.println(n?.f(-3)); Sys.println(nul?.name ?? "anon"); Sys.println(n.get()?.get()?.v); nul?.get(); n?.get(); Sys.println(""); Sys.println(nul?.v == null); Sys.println(s?.length); s = "abc"; Sys.println(s?.length); Sys.println(s?.toUpperCase()?.charAt(1)); var ar:Array<Int> = null; Sys.println(ar?.length); Sys.println(ar?.map(x -> x + 1)); var fn:Void->Int = null; var on:{?f:Int->Int} = {}; Sys.println(on?.f); n.next.name = "nm"; n?.next?.name = "changed"; Sys.println(n.next.name); nul?.name = l("skip", "zz"); Sys.println(nul); n?.next.v += 5; Sys.println(n.next.v); n?.next.v++; Sys.println(n.next.v); var dyn:Dynamic = null; Sys.println(dyn?.foo?.bar); dyn = {foo: {bar: 1}}; Sys.println(dyn?.foo?.bar);
		if (nul?.v > 3) Sys.println("bad") else Sys.println("ok"); switch nul?.v { case null: Sys.println("null"); case _: Sys.println("x"); }
		Sys.println([cnt(), cnt(), cnt()]);
		// catch without type, is
		Sys.println(try throw "e1" catch (e) e.message); Sys.println("a" is String && !(1 is String));
		// array comprehension with filter, trailing
		Sys.println([for (k => v in [1 => 2]) k + v]);
	}
}
