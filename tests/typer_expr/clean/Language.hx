import haxe.ds.Option;
import haxe.ds.StringMap;
interface Shape { var area(get, never):Float; function name():String; }
class Base<T> implements Shape { 
  public var value:T; var hidden = "h"; public var area(get, never):Float; 
  public function new(v:T) { value = v; init(); } function init() trace("Base.init"); function get_area() return 1.0; public function name():String return "base"; 
  public function map<U>(f:T->U):Base<U> return new Base<U>(f(value));
  public static function of<T>(v:T):Base<T> return new Base(v);
}
class Derived extends Base<Int> { var extra:Array<Int> = [1, 2]; public function new() { super(5); extra.push(3); } override function init() { trace("Derived.init " + extra); } override public function name() return super.name() + "!"; override function get_area() return super.get_area() * 2; }
typedef Point = {x:Int, y:Int, ?z:Int}
typedef Named = {function name():String;}
enum Expr<T> { Num(i:Int):Expr<Int>; Str(s:String):Expr<String>; Pair<A,B>(a:Expr<A>, b:Expr<B>):Expr<String>; }
class Iter { var n = 0; public function new() {} public function hasNext() return n < 3; public function next() return n++; }
class Prop { public var a(default, set):Int = 1; function set_a(v:Int) { trace('set $v'); return a = v * 2; } public var b(get, set):Int; var _b = 10; function get_b() { trace("get"); return _b; } function set_b(v) { trace("set"); return _b = v; } public function new() {} public static var s(get, null):Int; static function get_s() return 99; }
class Language {
  static function eval<T>(e:Expr<T>):String return switch e { case Num(i): 'n$i'; case Str(s): s; case Pair(a, b): eval(a) + eval(b); };
  static function opt(?a:Int, ?s:String, ?f:Void->Void, b = true):String return '$a $s ${f != null} $b';
  static function rest(a:Int, ...r:Int):Int { var n = a; for (x in r) n += x; return n; }
  static function fact(n) return n <= 1 ? 1 : n * fact(n - 1);
  static function even(n:Int) return n == 0 ? true : odd(n - 1);
  static function odd(n:Int) return n == 0 ? false : even(n - 1);
  static var counter = 0;
  static function next() return counter++;
  static function main() {
    var d = new Derived(); var s:Shape = d; trace(s.area, s.name(), d.value);
    var b = Base.of("x").map(x -> x.length); trace(b.value + 1);
    var p:Point = {x: 1, y: 2}; trace(p.z, p.x + p.y); p.z = 3; trace(p);
    var nm:Named = d; trace(nm.name());
    trace(eval(Pair(Num(1), Str("q"))));
    trace(opt(), opt(1), opt("s"), opt(1, "s", () -> {}), opt(false), opt(() -> {}), opt("x", false));
    trace(rest(1), rest(1, 2, 3), rest(1, ...[5, 6]));
    trace(fact(5), even(10));
    for (x in new Iter()) trace(x);
    var pr = new Prop(); pr.a = 4; trace(pr.a); trace(pr.a += 1); pr.b++; trace(pr.b--); pr.b *= 2; trace(Prop.s); var r = pr.b = 7; trace(r);
    var arr = [1, 2, 3]; arr[next()] += 10; arr[next()]++; trace(arr, counter);
    var fs = []; for (i in 0...3) fs.push(() -> i); trace([for (f in fs) f()]);
    var o:Option<Int> = Some(3); trace(switch o { case Some(v) if (v > 2): "big"; case Some(v): "small"; case None: "none"; });
    var dyn:Dynamic = {a: 1, f: (x:Int) -> x + 1}; trace(dyn.a + 1, dyn.f(2)); dyn.b = "new"; trace(dyn.b);
    var n:Null<Int> = null; trace(n == null); n = 3; trace(n + 1);
    var x = 5; x = x > 3 ? x < 10 ? 1 : 2 : 3; trace(x);
    var t = try { if (x == 1) throw new haxe.Exception("oops"); 0; } catch (e) { trace(e.message); 1; }; trace(t);
    try throw 42 catch (e:String) trace("s") catch (e:Int) trace("i", e);
    var blk = { var q = 3; q * 2; }; trace(blk);
    var sm = new StringMap<Int>(); sm.set("a", 1); trace(sm.get("a"), sm.exists("b"));
    function inner<T>(a:T, b:T):Array<T> return [a, b]; trace(inner(1, 2), inner("a", "b"));
    var cls = Derived; trace(Type.getClassName(cls)); trace(Std.isOfType(d, Base), (d is Shape));
    var i = 10; do { i -= 3; if (i == 4) continue; } while (i > 0); trace(i);
    trace(~5, 7 & 3, 7 | 8, 1 << 4, -16 >> 2, -16 >>> 28, 7 % 3, 5 / 2, 1.5 * 2);
    trace("a" < "b", "a" == "a", 1 == 1.0, true && !false || false);
    var nul:String = null; trace(nul + "x", nul == null);
    trace({a: [for (k in 0...2) {k: k}]});
    trace(Math.max(1, 2.5), Std.int(3.7), Std.parseInt("12"), "abc".charCodeAt(1), "x".code);
    var a2:Array<Array<Int>> = [[1], [2, 3]]; trace(a2[1][1], a2.length);
    var f2:Int->Int->Int = (a, b) -> a * b; trace(f2(3, 4)); var f3 = f2.bind(2); trace(f3(5));
    var c = switch [1, "a", true] { case [1, _, true]: "ok"; default: "no"; }; trace(c);
    inline function sq(v:Int) return v * v; trace(sq(4));
    final fin = 3; trace(fin); var u:UInt = 5; trace(u + 1); var l = haxe.Int64.make(0, 5); trace(haxe.Int64.toInt(l + l));
    var sb = new StringBuf(); sb.add(1); sb.add("x"); trace(sb.toString());
    var m:Map<String, Array<Int>> = []; m["k"] = [1]; m["k"].push(2); trace(m["k"]);
   
  }
}
