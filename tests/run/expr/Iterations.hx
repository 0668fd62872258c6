// expect: [4,6,8]
// expect: [k1=1,k2=2]
// expect: [4,5]
// expect: [0,5]
// expect: [a,b]
// expect: [0,1,2]
// expect: 6
// expect: 0
// expect: [1,2]
// expect: [1,3]
// expect: [5]
// expect: [1a]
// expect: [h,é,l,l,o]
// expect: [0,98]
// expect: [a]
// expect: 6
// expect: [a1,b2]
// expect: [1,2]
// expect: [1,2]
// expect: [2,3]
// expect: []
// expect: [1,2,3]
// expect: [0,1,20,21]
// expect: 7
// expect: [6,5]
// expect: 4
// expect: [0,1,4]
// expect: 3
// expect: [0,2]
// expect: [1,2]
// expect: [1x,2x,2y]
// expect: [0,-1]
// expect: [0,1,2]
// expect: [1,2,3]
// expect: [0,2]
// expect: 2
// expect: [0,1,2]
// expect: [0,1,2,9]
// expect: [2,3]
// expect: [2,0]
// expect: [10,30,40]
class Ext { public static function iterator(n:Null<String>):Iterator<String> return n.split("").iterator(); public static function twice<T>(a:Array<T>):Array<T> return a.concat(a); }
class Rng { var a:Int; var b:Int; public function new(a, b) { this.a = a; this.b = b; } public inline function iterator() return new RI(a, b); public function keyValueIterator() { var i = a; return {hasNext: () -> i < b, next: () -> {key: 'k$i', value: i++}}; } }
class RI { var a:Int; var b:Int; public inline function new(a, b) { this.a = a; this.b = b; } public inline function hasNext() return a < b; public inline function next() return a++; }
@:forward(length) abstract Wrap(Array<Int>) from Array<Int> { public inline function iterator() return this.iterator(); public inline function keyValueIterator() return this.keyValueIterator(); }
class Gen<T> { var v:Array<T>; public function new(v) this.v = v; public function iterator():Iterator<T> return v.iterator(); }
typedef HasNext = { function hasNext():Bool; function next():Int; }
class Iterations {
	static function gsum<T:Iterable<Int>>(x:T) { var s = 0; for (i in x) s += i; return s; }
	static function main() {
		Sys.println([for (i in new Rng(2, 5)) i * 2]); Sys.println([for (k => v in new Rng(1, 3)) '$k=$v']); var w:Wrap = [4, 5]; Sys.println([for (i in w) i]); Sys.println([for (k => v in w) k * v]); Sys.println([for (i in new Gen(["a", "b"])) i]);
		var hn:HasNext = new RI(0, 3); Sys.println([for (i in hn) i]); Sys.println(gsum([1, 2, 3])); Sys.println(gsum(new List<Int>()));
		var l = new List(); l.add(1); l.add(2); Sys.println([for (i in l) i]); Sys.println([for (k => v in l) k + v]); var m = new haxe.ds.ObjectMap<{}, Int>(); m.set({}, 5); Sys.println([for (v in m) v]); Sys.println([for (k => v in [1 => "a"]) k + v]); Sys.println([for (c in "héllo".split("")) c]); Sys.println([for (i => c in new haxe.iterators.StringKeyValueIterator("ab")) i * c]); Sys.println([for (x in Reflect.fields({a: 1})) x]);
		var d = haxe.ds.Vector.fromArrayCopy([1, 2, 3]); var s = 0; for (x in d) s += x; Sys.println(s); var da:haxe.DynamicAccess<Int> = {a: 1, b: 2}; Sys.println([for (k => v in da) k + v]); Sys.println([for (v in da) v]); var rd:haxe.ds.ReadOnlyArray<Int> = [1, 2]; Sys.println([for (x in rd) x]);
		var it = [1, 2, 3].iterator(); it.next(); Sys.println([for (x in it) x]); Sys.println([for (x in {hasNext: () -> false, next: () -> 1}) x]); var ii = 1...4; Sys.println([for (x in ii) x]); 
		// nested breaks, labels via return
		var out = []; for (i in 0...4) { for (j in 0...4) { if (j == 2) break; if (i == 1) continue; out.push(i * 10 + j); } if (i == 2) break; } Sys.println(out); var x = 0; while (true) { x++; if (x % 2 == 0) continue; if (x > 6) break; } Sys.println(x); Sys.println([for (i in 0...3) while (x-- > 5) x]); Sys.println([for (i in 0...2) for (j in 0...2) { a: i, b: j }].length); Sys.println([for (i in 0...3) { var y = i; () -> y * y; }].map(f -> f())); var c = [for (i in 0...2) [for (j in 0...2) () -> i * 2 + j]]; Sys.println(c[1][0]() + c[0][1]()); Sys.println([for (i in 0...4) if (i & 1 == 0) i else continue]); Sys.println([for (i in 0...4) switch i { case 0: continue; case 3: break; case n: n; }]); Sys.println([for (a in [1, 2]) for (b in ["x", "y"]) if (a == 2 || b == "x") a + b]); Sys.println([for (i in 0...2) try { if (i == 1) throw 1; i; } catch (e:Int) -1]); Sys.println([for (i in 0...3) (i : Null<Int>)]); Sys.println([for (i in 0...3) { i; i + 1; }]); var mm = [for (i in 0...3) if (i != 1) i => [for (j in 0...i) j]]; Sys.println([for (k in mm.keys()) k]); Sys.println([for (i in 0...3) 'k$i' => i].get("k2"));
		var v = [for (f in [for (i in 0...3) () -> i]) f()]; Sys.println(v); final arr = [for (i in 0...3) i]; arr.push(9); Sys.println(arr); var cond = [for (i in 0...6) if (i > 1) if (i < 4) i]; Sys.println(cond); var wl = { var q = 3; [while (q > 0) { q--; if (q == 1) continue; q; }]; }; Sys.println(wl); var dw = { var q = 0; [do { q++; if (q == 2) continue; q * 10; } while (q < 4)]; }; Sys.println(dw);
	}
}
