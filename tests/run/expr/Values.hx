// expect: zero
// expect: one
// expect: caught two
// expect: x6y4
// expect: [int 42,string str,exc ex,exc 1.5,ok]
// expect: 5
// expect: [0,1,3,4,5]
// expect: exc: null!
// expect: 4
// expect: [0,1,4,9,16]
// expect: [0,2,4]
// expect: [1,2,10,12,20,21]
// expect: [0,1,3,4]
// expect: [0,1,2,3]
// expect: [0,1,2,3,4]
// expect: [0,1,2]
// expect: [fizz,1,even,fizz,even,5]
// expect: [x,one,two,x,x,x]
// expect: [1,2,3]
// expect: [1,2,3]
// expect: [[],[0],[0,1]]
// expect: [k00,k11,k24]
// expect: 3 2
// expect: 4
// expect: [0,1,2]
// expect: [k00,k11,k24]
// expect: [0,1,2,3]
// expect: [7,6,5]
// expect: [0x,1y]
// expect: [3,4,5]
// expect: [1,2]
// expect: [97,98,99]
// expect: [0,11,22]
// expect: [1,12,23]
// expect: [0,1,2]
// expect: null null 1.5 null
// expect: 1 null 1.5 null
// expect: null s 1.5 null
// expect: 1 s 2 null
// expect: null null 1.5 true
// expect: null q 1.5 false
// expect: null null 3 true
// expect: 1:0
// expect: 1:a1
// expect: 1:a,b2
// expect: 2:p,q,r3
// expect: 3628800
// expect: a i v
// expect: o v
// expect: a i v
// expect: o v
// expect: 1 2 3 4
// expect: b a
// expect: x y
// expect: p q r s
// expect: t f z
// expect: c1 c2
// expect: fn aa bb
// expect: k1 v1 k2 v2
// expect: [1,0,0]
// expect: [1,0,1]
// expect: 4
// expect: 8
// expect: 22
// expect: 6
// expect: 51
// expect: [5,1,50]
// expect: acb
// expect: bcb
// expect: 2
class It { var i = 0; var n:Int; public inline function new(n) this.n = n; public inline function hasNext() return i < n; public inline function next() return i++; }
class Coll { public function new() {} public function iterator() return new It(3); public function keyValueIterator() return [for (i in 0...3) {key: "k" + i, value: i * i}].iterator(); }
class ItExt { public static function iterator(s:Date):Iterator<Int> return [1, 2].iterator(); public static function keyValueIterator(s:Date):KeyValueIterator<String, Int> return [{key: "a", value: 1}].iterator(); }
abstract AIt(Array<Int>) { public function new(a) this = a; public inline function iterator() return new AI(this); }
class AI { var a:Array<Int>; var i:Int; public inline function new(a) { this.a = a; i = a.length; } public inline function hasNext() return i > 0; public inline function next() return a[--i]; }
class Values {
	static var log:Array<String> = [];
	static function l<T>(s:String, v:T):T { log.push(s); return v; }
	static function flush() { Sys.println(log.join(" ")); log = []; }
	static function ret(i:Int):String { var x = if (i == 0) return "zero" else i * 2; var y = switch i { case 1: return "one"; case 2: throw "two"; case n: n + 1; } return "x" + x + "y" + y; }
	static function tryv(i:Int) return try { if (i == 0) throw 42; if (i == 1) throw "str"; if (i == 2) throw new haxe.Exception("ex"); if (i == 3) throw 1.5; "ok"; } catch (e:Int) { "int " + e; } catch (e:String) { "string " + e; } catch (e:haxe.Exception) { "exc " + e.message; }
	static function loopret() { for (i in 0...10) { var v = i < 5 ? i : return i; if (v == 3) continue; } return -1; }
	static function bc() { var r = []; for (i in 0...10) { var v = if (i == 2) continue else if (i == 6) break else i; r.push(v); } return r; }
	static function nullco(a:Null<Int>):Int { return a == null ? throw "null!" : a; }
	static function opt(?a:Int, ?b:String, c:Float = 1.5, ?d:Bool) return '$a $b $c $d';
	static function rest(a:Int, ...r:String) return a + ":" + r.toArray().join(",") + r.length;
	static function fact(n:Int):Int { function go(n:Int, acc:Int):Int return n <= 1 ? acc : go(n - 1, acc * n); return go(n, 1); }
	static function main() {
		Sys.println(ret(0)); Sys.println(ret(1)); Sys.println(try ret(2) catch (e:String) "caught " + e); Sys.println(ret(3));
		Sys.println([for (i in 0...5) tryv(i)]);
		Sys.println(loopret()); Sys.println(bc());
		Sys.println(try "" + nullco(null) catch (e) "exc: " + e.message); Sys.println(nullco(4));
		// comprehension
		Sys.println([for (i in 0...5) i * i]);
		Sys.println([for (i in 0...5) if (i % 2 == 0) i]);
		Sys.println([for (i in 0...3) for (j in 0...3) if (i != j) i * 10 + j]);
		Sys.println([for (i in 0...5) { if (i == 2) continue; i; }]);
		Sys.println([for (i in 0...10) { if (i == 4) break; i; }]);
		var k = 0; Sys.println([while (k < 5) k++]);
		k = 0; Sys.println([do k++ while (k < 3)]);
		Sys.println([for (i in 0...6) if (i % 3 == 0) "fizz" else if (i % 2 == 0) "even" else "" + i]);
		Sys.println([for (i in 0...6) switch i { case 1: "one"; case 2: "two"; case _: "x"; }]);
		Sys.println([for (i in [1, 2, 3]) (i : Float)]);
		Sys.println([for (x in [[1, 2], [3]]) for (y in x) y]);
		Sys.println([for (i in 0...3) [for (j in 0...i) j]]);
		var m = [for (i in 0...3) "k" + i => i * i]; var ks = [for (k => v in m) k + v]; ks.sort(Reflect.compare); Sys.println(ks);
		var m2 = [for (i in 0...3) for (j in 0...2) if (i > j) i * 10 + j => {a: i}]; Sys.println([for (k in m2.keys()) k].length + " " + m2[21].a);
		var m3 = ["a" => [1 => 2], "b" => [3 => 4]]; Sys.println(m3["b"][3]);
		// iterators
		Sys.println([for (i in new Coll()) i]);
		Sys.println([for (k => v in new Coll()) k + v]);
		Sys.println([for (i in new It(4)) i]);
		Sys.println([for (i in new AIt([5, 6, 7])) i]);
		Sys.println([for (k => v in ["x", "y"]) k + v]);
		var it:Iterator<Int> = {hasNext: () -> k < 6, next: () -> k++}; Sys.println([for (x in it) x]);
		var itb:Iterable<Int> = [1, 2]; Sys.println([for (x in itb) x]);
		Sys.println([for (c in new haxe.iterators.StringIterator("abc")) c]);
		// fresh
		var fs = []; for (i in 0...3) { var j = i * 10; fs.push(() -> j++ + i); } Sys.println([for (f in fs) f()]); Sys.println([for (f in fs) f()]);
		var w = 0; var gs = []; while (w < 3) { var z = w; gs.push(() -> z); w++; } Sys.println([for (g in gs) g()]);
		// optional
		Sys.println(opt()); Sys.println(opt(1)); Sys.println(opt("s")); Sys.println(opt(1, "s", 2)); Sys.println(opt(true)); Sys.println(opt("q", false)); Sys.println(opt(null, null, 3, true));
		Sys.println(rest(1)); Sys.println(rest(1, "a")); Sys.println(rest(1, "a", "b")); var arr = ["p", "q", "r"]; Sys.println(rest(2, ...arr));
		Sys.println(fact(10));
		// order
		l("a", [1, 2, 3])[l("i", 1)] = l("v", 5); flush();
		var o = {f: 1}; l("o", o).f = l("v", 2); flush();
		l("a", [1, 2, 3])[l("i", 1)] += l("v", 5); flush();
		l("o", o).f += l("v", 2); flush();
		var x = l("1", 1) + l("2", 2) * l("3", 3) - l("4", 4); flush();
		var q = {b: l("b", 1), a: l("a", 2)}; flush();
		var q2 = [l("x", 1), l("y", 2)]; flush();
		var s = "" + l("p", 1) + l("q", 2) + '${l("r", 3)} ${l("s", 4)}'; flush();
		var b = l("t", true) && l("f", false) && l("n", true) || l("z", true); flush();
		var c = l("c1", 1) < l("c2", 2); flush();
		(l("fn", (a, b) -> a + b))(l("aa", 1), l("bb", 2)); flush();
		var mp = [l("k1", 1) => l("v1", 2), l("k2", 2) => l("v2", 3)]; flush();
		var i = 0; var ar = [0, 0, 0]; ar[i++] = i++; Sys.println(ar); ar[i] = i = 1; Sys.println(ar);
		var j = 1; j = j++ + ++j; Sys.println(j); j += j++; Sys.println(j); j = 2; var kk = j + (j = 10) + j; Sys.println(kk);
		var loc = 5; function ch() { loc = 50; return 1; } Sys.println(loc + ch()); loc = 5; Sys.println(ch() + loc); loc = 5; var arr5 = [loc, ch(), loc]; Sys.println(arr5);
		var st = "a"; function chs() { st = "b"; return "c"; } Sys.println(st + chs() + st);
		Sys.println('${st}${chs()}$st');
		loc = 1; loc += ch(); Sys.println(loc);
	}
}
