// expect: 0 int 1
// expect: 1 str s
// expect: 2 notex
// expect: 3 I
// expect: 4 En A
// expect: 5 float 1.5
// expect: 6 bool true
// expect: 7 myex m
// expect: 8 exc hx
// expect: 9 arr [1,2]
// expect: 10 val {a: 1} {a: 1}
// expect: 11 int 1
// expect: 12 str vs
// expect: 13 notex
// expect: 14 En A
// expect: 15 val null null
// expect: 16 int 5
// expect: 17 val null null
// expect: 18 int 1
// expect: 19 str x
// expect: 20 str x
// expect: 21 str x
// expect: 22 myex q
// expect: 23 myex q
// expect: 24 str th
// expect: 25 str ca
// expect: 26 int 5
// expect: 0 1
// expect: 1 s
// expect: 2 NotEx
// expect: 3 Im
// expect: 4 A
// expect: 5 1.5
// expect: 6 true
// expect: 7 EX m
// expect: 8 EX hx
// expect: 9 [1,2]
// expect: 10 {a: 1}
// expect: 11 1
// expect: 12 vs
// expect: 13 NotEx
// expect: 14 A
// expect: 15 null
// expect: 16 5
// expect: 17 null
// expect: 18 1
// expect: 19 x
// expect: 20 x
// expect: 21 x
// expect: 22 EX q
// expect: 23 EX q
// expect: 24 th
// expect: 25 ca
// expect: 26 5
// expect: 0 haxe.ValueException 1 false
// expect: 1 haxe.ValueException s false
// expect: 2 haxe.ValueException NotEx false
// expect: 3 haxe.ValueException Im false
// expect: 4 haxe.ValueException A false
// expect: 5 haxe.ValueException 1.5 false
// expect: 6 haxe.ValueException true false
// expect: 7 MyEx m false
// expect: 8 haxe.Exception hx false
// expect: 9 haxe.ValueException [1,2] false
// expect: 10 haxe.ValueException {a: 1} false
// expect: 11 haxe.ValueException 1 false
// expect: 12 haxe.ValueException vs false
// expect: 13 haxe.ValueException NotEx false
// expect: 14 haxe.ValueException A false
// expect: 15 haxe.ValueException null false
// expect: 16 MyVal 5 false
// expect: 17 haxe.ValueException null false
// expect: 18 haxe.ValueException 1 false
// expect: 19 haxe.ValueException x false
// expect: 20 haxe.ValueException x false
// expect: 21 haxe.ValueException x false
// expect: 22 MyEx q false
// expect: 23 MyEx q false
// expect: 24 haxe.ValueException th false
// expect: 25 haxe.ValueException ca false
// expect: 26 haxe.ValueException 5 false
// expect: 0 VE 1 1
// expect: 1 VE s s
// expect: 2 VE NotEx NotEx
// expect: 3 VE Im Im
// expect: 4 VE A A
// expect: 5 VE 1.5 1.5
// expect: 6 VE true true
// expect: 7 E m
// expect: 8 E hx
// expect: 9 VE [1,2] [1,2]
// expect: 10 VE {a: 1} {a: 1}
// expect: 11 VE 1 1
// expect: 12 VE vs vs
// expect: 13 VE NotEx NotEx
// expect: 14 VE A A
// expect: 15 VE null null
// expect: 16 VE 5 5
// expect: 17 VE null null
// expect: 18 VE 1 1
// expect: 19 VE x x
// expect: 20 VE x x
// expect: 21 VE x x
// expect: 22 E q
// expect: 23 E q
// expect: 24 VE th th
// expect: 25 VE ca ca
// expect: 26 VE 5 5
// expect: inner
// expect: outer
// expect: 4
// expect: ab
class MyEx extends haxe.Exception { public function new(m) super(m); }
class MyVal extends haxe.ValueException { public function new(m) super(m); }
class NotEx { public function new() {} }
enum En { A; }
interface I {}
class Im implements I { public function new() {} }
class ValueExceptions {
	static function t(f:Void->Void):String {
		return try { f(); "none"; } catch (e:Int) 'int $e' catch (e:String) 'str $e' catch (e:NotEx) "notex" catch (e:I) "I" catch (e:En) 'En $e' catch (e:Float) 'float $e' catch (e:Bool) 'bool $e' catch (e:MyEx) 'myex ${e.message}' catch (e:MyVal) "myval" catch (e:Array<Dynamic>) 'arr $e' catch (e:haxe.ValueException) 'val ${e.message} ${e.value}' catch (e:haxe.Exception) 'exc ${e.message}';
	}
	static function d(f:Void->Void):String { return try { f(); "none"; } catch (e:Dynamic) (e is haxe.Exception ? "EX " : "") + Std.string(e); }
	static function ex(f:Void->Void):String { return try { f(); "none"; } catch (e) { Type.getClassName(Type.getClass(e)) + " " + e.message + " " + (e.native == null) ; } }
	static function v(f:Void->Void):String { return try { f(); "none"; } catch (e:haxe.ValueException) { "VE " + e.value + " " + e.message; } catch (e:haxe.Exception) "E " + e.message; }
	static function main() {
		var fs:Array<Void->Void> = [
			() -> throw 1, () -> throw "s", () -> throw new NotEx(), () -> throw new Im(), () -> throw A, () -> throw 1.5, () -> throw true, () -> throw new MyEx("m"),
			() -> throw new haxe.Exception("hx"), () -> throw [1, 2], () -> throw {a: 1},
			() -> throw new haxe.ValueException(1), () -> throw new haxe.ValueException("vs"), () -> throw new haxe.ValueException(new NotEx()), () -> throw new haxe.ValueException(A), () -> throw new haxe.ValueException(null),
			() -> throw new MyVal(5), () -> throw null,
			() -> try throw 1 catch (e:haxe.Exception) throw e,
			() -> try throw "x" catch (e:haxe.Exception) throw e,
			() -> try throw "x" catch (e:haxe.ValueException) throw e,
			() -> try throw "x" catch (e:Dynamic) throw e,
			() -> try throw new MyEx("q") catch (e:Dynamic) throw e,
			() -> try throw new MyEx("q") catch (e:haxe.Exception) throw e,
			() -> throw @:privateAccess haxe.Exception.thrown("th"),
			() -> throw @:privateAccess haxe.Exception.caught("ca"),
			() -> throw (@:privateAccess haxe.Exception.thrown(5) : Dynamic),
		];
		for (i in 0...fs.length) { Sys.println(i + " " + t(fs[i])); }
		for (i in 0...fs.length) { Sys.println(i + " " + d(fs[i])); }
		for (i in 0...fs.length) { Sys.println(i + " " + ex(fs[i])); }
		for (i in 0...fs.length) { Sys.println(i + " " + v(fs[i])); }
		var e = new haxe.Exception("outer", new haxe.Exception("inner")); Sys.println(e.previous.message); Sys.println(e.toString()); Sys.println(Std.string(new haxe.ValueException(4)));
		var r = try { throw new haxe.Exception("a", try throw "b" catch (e) e); "" ; } catch (e) { e.message + e.previous.message; } Sys.println(r);
	}
}
