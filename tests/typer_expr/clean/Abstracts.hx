using StringTools;
using Lambda;
using Abstracts.Ext;
class Ext {
  public static function twice(i:Int):Int return i * 2;
  public static function first<T>(a:Array<T>):T return a[0];
  public static function orElse<T>(n:Null<T>, d:T):T return n == null ? d : n;
  public static function call2(f:Int->Int, x:Int):Int return f(f(x));
}
abstract Money(Int) from Int to Int {
  public inline function new(i) this = i;
  @:op(A + B) public static function add(a:Money, b:Money):Money return new Money((a:Int) + (b:Int));
  @:op(A * B) @:commutative public static function mul(a:Money, f:Float):Money return new Money(Std.int((a:Int) * f));
  @:op(-A) public function neg():Money return new Money(-this);
  @:op(A++) public inline function inc():Money { this++; return this; }
  @:op(A += B) public static function addAssign(a:Money, b:Int):Money { trace("+="); return new Money((a:Int) + b); }
  @:op(A == B) public static function eq(a:Money, b:Money):Bool return (a:Int) == (b:Int);
  @:op(A > B) static function gt(a:Money, b:Money):Bool;
  @:to public function toStr():String return "$" + this;
  @:from public static function fromStr(s:String):Money return new Money(Std.parseInt(s.substr(1)));
  @:arrayAccess public function digit(i:Int):Int return Std.parseInt(Std.string(this).charAt(i));
  public var cents(get, set):Int;
  function get_cents() return this * 100;
  inline function set_cents(v:Int) { this = Std.int(v / 100); return v; }
  public function toString() return 'Money($this)';
}
@:forward(length, push) abstract Stack<T>(Array<T>) { public function new() this = []; @:arrayAccess inline function get(i:Int) return this[this.length - 1 - i]; @:arrayAccess inline function set(i:Int, v:T) { this[this.length - 1 - i] = v; return v; } public function iterator() return this.iterator(); }
@:callable abstract Fn(Int->Int) from Int->Int {}
enum abstract Color(String) to String { var Red = "r"; var Green = "g"; var Blue; public static function all():Array<Color> return [Red, Green, Blue]; public function up() return this.toUpperCase(); }
enum abstract Num(Int) { var A = 5; var B; var C = 1 << 4; var D; }
enum Tree<T> { Leaf; Node(l:Tree<T>, v:T, r:Tree<T>); }
class Abstracts {
  static function sum(t:Tree<Int>):Int return switch t { case Leaf: 0; case Node(l, v, r): sum(l) + v + sum(r); }
  static function main() {
    trace(3.twice(), [7,8].first(), (null:Null<Int>).orElse(4), (x -> x + 1).call2(5));
    trace("  a ".trim(), [1,2,3].map(x -> x * x).filter(x -> x > 1));
    var m = new Money(3); var n:Money = 4; trace(m + n, m * 2.5, 2.5 * m, -m, m == 3, m > n);
    m += 2; trace(m); m++; trace(m); var s:String = m; trace(s); var q:Money = "$12"; trace(q, q[1]);
    trace(q.cents); q.cents = 500;
    var st = new Stack<Int>(); st.push(1); st.push(2); st.push(3); trace(st[0], st.length); st[0] = 9; trace([for (x in st) x]);
    var f:Fn = x -> x * 3; trace(f(4));
    trace(Color.all(), Red.up(), (Blue : String)); var c:Color = Green; trace(switch c { case Red: 1; case Green: 2; case Blue: 3; });
    trace(A, B, C, D);
    trace(sum(Node(Node(Leaf, 1, Leaf), 2, Node(Leaf, 3, Leaf))));
    var map = ["a" => 1, "b" => 2]; for (k => v in map) trace(k, v); map["c"] = 3; trace(map["c"], map.exists("d"), map["zz"]); 
    var im = [for (i in 0...3) i => i * i]; trace(im[2]);
    trace([for (i in 0...3) for (j in 0...2) if (i != j) '$i$j']);
    var i = 0; trace([while (i < 3) i++]);
    for (i => v in ["x", "y"]) trace(i, v);
    var o = {a: 1, b: {c: "x"}}; trace(o.b.c, o);
    switch o { case {a: 1, b: {c: x}}: trace(x); case _: trace("no"); }
    switch [1, "a"] { case [1, "b"]: trace(1); case [x, y]: trace(x, y); }
    switch ([1,2,3]) { case [a, b, c]: trace(a + b + c); }
    var arr = [1,2,3]; trace(switch arr { case []: "e"; case [x]: '1'; case [x, y]: '2'; case _: 'n'; });
    trace(switch 7 { case _ % 2 => 0: "even"; case _ % 2 => r: 'odd $r'; });
    trace(switch "abc" { case _.length => 3: "three"; case s: s; });
    var fn = function(a:Int, ?b:Int, c = 5) return a + (b == null ? 0 : b) + c; trace(fn(1), fn(1, 2), fn(1, 2, 3));
    var b1 = fn.bind(1); trace(b1()); var b2 = fn.bind(_, 10); trace(b2(1)); 
    var u = "a".toUpperCase; trace(u()); var tw = 4.twice; trace(tw());
    var mk = Money.new; trace(mk(3));
    trace(try { throw "x"; 1; } catch (e:String) 2);
    trace(Node(Leaf, 1, Leaf).match(Node(_, 1, _)), Leaf.match(Node(_)));
  }
}
