// expect: null
// expect: true
// expect: false
// expect: int
// expect: num 3.5
// expect: empty
// expect: long 4
// expect: "ab"
// expect: []
// expect: [null]
// expect: pair 3.5
// expect: null|"q"
// expect: id=7
// expect: nested x
// expect: z:true
// expect: Var(x)
// expect: Lit(5)
// expect: Var(y)
// expect: Lit(-3)
// expect: Lit(0)
// expect: Let(a,Lit(5),Var(a))
// expect: Let(long,Lit(5),Lit(1))
// expect: Bin(Div,Var(a),Lit(4))
// expect: -1
// expect: unbound zz
// expect: [0,1,2,5]
// expect: 6
// expect: [42,42]
// expect: s
// expect: nobody
// expect: old bob 31
// expect: grandboss Ann
// expect: baby
// expect: same 60
// expect: fifty
// expect: tagged Bob
// expect: zero
// expect: big 11
// expect: left
// expect: none
// expect: big 99
// expect: hello
// expect: [zero,neg,pos]
// expect: [a,b,b,c]
// expect: mid mid end end end panicq?z
// expect: host
// expect: b.c
// expect: square
// expect: low mid high lvl7 g
// expect: bad ZAP
// expect: [two 1 2,empty,none]
// expect: null
// expect: nullarr
// expect: both
// expect: [zero,n1,same,diff,none]
// expect: Op
// expect: true
// expect: 11
// expect: 5
// expect: mid10
// expect: 2
// expect: odd1,odd3,
// expect: gt
// expect: 3
import haxe.ds.Either; import haxe.ds.Option;
enum Json { JNull; JBool(b:Bool); JNum(n:Float); JStr(s:String); JArr(a:Array<Json>); JObj(f:Array<{name:String, value:Json}>); }
enum Op { Add; Sub; Mul; Div; Neg; }
enum Ex { Lit(v:Float); Un(o:Op, e:Ex); Bin(o:Op, a:Ex, b:Ex); Var(n:String); Let(n:String, v:Ex, b:Ex); }
enum Nat { Z; S(n:Nat); }
enum List2<T> { Nil; Cons(h:T, t:List2<T>); }
enum Ty<T> { TI:Ty<Int>; TS:Ty<String>; TL<A>(t:Ty<A>):Ty<Array<A>>; TP<A, B>(a:Ty<A>, b:Ty<B>):Ty<{a:A, b:B}>; }
class Person { public var name:String; public var age:Int; public var boss:Null<Person>; public var tags(get, never):Array<String>; function get_tags() return [name, "t" + age]; public function new(n, a, ?b) { name = n; age = a; boss = b; } }
interface Shape { var sides(get, never):Int; } class Sq implements Shape { public var sides(get, never):Int; public function new() {} function get_sides() return 4; }
abstract Email(String) from String { public var host(get, never):String; inline function get_host() return this.split("@")[1]; public function isOk() return this.indexOf("@") > 0; }
enum abstract Level(Int) from Int to Int { var Low = 0; var Mid = 5; var High = 10; public function label() return switch (cast this : Level) { case Low: "low"; case Mid: "mid"; case High: "high"; default: "lvl" + this; } }
enum abstract Verb(String) to String { var Get = "GET"; var Post = "POST"; @:from static function of(s:String):Verb return switch s.toUpperCase() { case "GET": Get; case "POST": Post; case o: throw 'bad $o'; } }
class Programs {
	static function show(j:Json):String return switch j { case JNull: "null"; case JBool(true): "true"; case JBool(false): "false"; case JNum(_ % 1 == 0 => true): 'int'; case JNum(n): 'num $n'; case JStr(""): "empty"; case JStr(_.length => l) if (l > 3): 'long $l'; case JStr(s): '"$s"'; case JArr([]): "[]"; case JArr([x]): '[${show(x)}]'; case JArr([JNum(a), JNum(b)]): 'pair ${a + b}'; case JArr(a): [for (x in a) show(x)].join("|"); case JObj([{name: "id", value: JNum(n)}]): 'id=$n'; case JObj([{name: n, value: JObj(_)}, _]): 'nested $n'; case JObj(fs): [for (f in fs) f.name + ":" + show(f.value)].join(","); }
	static function simp(e:Ex):Ex return switch e { case Bin(Add, Lit(0), x) | Bin(Add, x, Lit(0)) | Bin(Mul, Lit(1), x) | Bin(Mul, x, Lit(1)) | Bin(Sub, x, Lit(0)) | Bin(Div, x, Lit(1)): simp(x); case Bin(Mul, Lit(0), _) | Bin(Mul, _, Lit(0)): Lit(0); case Un(Neg, Un(Neg, x)): simp(x); case Un(Neg, Lit(v)): Lit(-v); case Bin(o = (Add | Mul), Lit(a), Lit(b)): Lit(o == Add ? a + b : a * b); case Bin(op, a, b): var sa = simp(a), sb = simp(b); if (Type.enumEq(a, sa) && Type.enumEq(b, sb)) e else simp(Bin(op, sa, sb)); case Un(o, x): Un(o, simp(x)); case Let(n, v = Lit(_), b) if (n.length == 1): Let(n, v, simp(b)); case Lit(_) | Var(_) | Let(_): e; }
	static function eval(e:Ex, env:Map<String, Float>):Float return switch e { case Lit(v): v; case Var(n): switch env[n] { case null: throw 'unbound $n'; case v: v; } case Un(Neg, x): -eval(x, env); case Un(_, _): throw "bad"; case Bin(op, eval(_, env) => a, eval(_, env) => b): switch op { case Add: a + b; case Sub: a - b; case Mul: a * b; case Div: a / b; case Neg: throw "bin neg"; } case Let(n, v, b): var c = env.copy(); c[n] = eval(v, env); eval(b, c); }
	static function nat(n:Nat) return switch n { case Z: 0; case S(Z): 1; case S(S(Z)): 2; case S(S(S(nat(_) => r))): r + 3; }
	static function sum(l:List2<Int>) return switch l { case Nil: 0; case Cons(h, Nil): h; case Cons(a, Cons(b, t)): a + b + sum(t); }
	static function def<T>(t:Ty<T>):T return switch t { case TI: 42; case TS: "s"; case TL(t): [def(t), def(t)]; case TP(a, b): {a: def(a), b: def(b)}; }
	static function person(p:Person) return switch p { case null: "nobody"; case {name: "Bob", age: a} if (a > 30): 'old bob $a'; case {boss: {boss: {name: n}}}: 'grandboss $n'; case {boss: null, age: 1 | 2 | 3}: "baby"; case {boss: {name: n, age: a}, name: m} if (n == m): 'same $a'; case {tags: [_, "t50"]}: "fifty"; case {tags: [t, _]}: 'tagged $t'; case _: "other"; }
	static function either(e:Either<Int, Option<String>>) return switch e { case Left(0): "zero"; case Left(n) | Right(Some(Std.parseInt(_) => n)) if (n > 10): 'big $n'; case Left(_): "left"; case Right(None): "none"; case Right(Some(s)): s; }
	static function cls(i:Int):String { switch i { case 0: return "zero"; case n if (n < 0): return "neg"; case _: } return "pos"; }
	static var table = [for (i in 0...4) switch i { case 0: "a"; case 1 | 2: "b"; case _: "c"; }];
	static function state(s:String, c:String):String return switch [s, c] { case ["start", "a"] | ["mid", "a"]: "mid"; case ["mid", "b" | "c"]: "end"; case ["end", _]: "end"; case [_, x] if (x == "!"): "panic"; case [s, c]: '$s?$c'; }
	static function main() {
		for (j in [JNull, JBool(true), JBool(false), JNum(3), JNum(3.5), JStr(""), JStr("abcd"), JStr("ab"), JArr([]), JArr([JNull]), JArr([JNum(1), JNum(2.5)]), JArr([JNull, JStr("q")]), JObj([{name: "id", value: JNum(7)}]), JObj([{name: "x", value: JObj([])}, {name: "y", value: JNull}]), JObj([{name: "z", value: JBool(true)}])]) Sys.println(show(j));
		for (e in [Bin(Add, Lit(0), Var("x")), Bin(Mul, Bin(Add, Lit(2), Lit(3)), Lit(1)), Un(Neg, Un(Neg, Var("y"))), Un(Neg, Lit(3)), Bin(Sub, Bin(Mul, Lit(0), Var("q")), Lit(0)), Let("a", Lit(5), Bin(Add, Var("a"), Lit(0))), Let("long", Lit(5), Lit(1)), Bin(Div, Bin(Add, Var("a"), Lit(0)), Bin(Mul, Lit(2), Lit(2)))]) Sys.println(simp(e));
		Sys.println(eval(Let("a", Lit(5), Bin(Add, Var("a"), Un(Neg, Bin(Mul, Lit(2), Lit(3))))), new Map())); Sys.println(try "" + eval(Var("zz"), new Map()) catch (e:String) e); Sys.println([nat(Z), nat(S(Z)), nat(S(S(Z))), nat(S(S(S(S(S(Z))))))]); Sys.println(sum(Cons(1, Cons(2, Cons(3, Nil))))); Sys.println(def(TP(TL(TI), TS)).a); Sys.println(def(TP(TL(TI), TS)).b);
		var boss = new Person("Ann", 60), mid = new Person("Mid", 40, boss); for (p in [null, new Person("Bob", 31), new Person("Low", 20, mid), new Person("Kid", 2), new Person("Ann", 7, boss), new Person("F", 50), new Person("Bob", 5)]) Sys.println(person(p));
		for (e in [Left(0), Left(11), Left(5), Right(None), Right(Some("99")), Right(Some("hello"))]) Sys.println(either(e));
		Sys.println([cls(0), cls(-1), cls(1)]); Sys.println(table); var s = "start"; for (c in "aab!x".split("")) { s = state(s, c); Sys.print(s + " "); } Sys.println(state("q", "!") + state("q", "z"));
		var em:Email = "a@b.c"; Sys.println(switch em { case {host: "b.c"}: "host"; case _: "no"; }); Sys.println(switch em { case _.isOk() => false: "bad"; case _.host => h: h; }); var sh:Shape = new Sq(); Sys.println(switch sh { case {sides: 4}: "square"; case _: "?"; }); for (l in [Low, Mid, High, (7 : Level)]) Sys.print(l.label() + " "); var v:Verb = "get"; Sys.println(switch v { case Get: "g"; case Post: "p"; }); Sys.println(try { var w:Verb = "zap"; w; } catch (e:String) e);
		var m = ["a" => [1, 2], "b" => []]; Sys.println([for (k in ["a", "b", "c"]) switch m[k] { case null: "none"; case []: "empty"; case [x, y]: 'two $x $y'; case _: "many"; }]); var opt:Null<Option<Int>> = null; Sys.println(switch opt { case null: "null"; case None: "none"; case Some(x): "some" + x; }); var arr:Array<Int> = null; Sys.println(switch arr { case null: "nullarr"; case []: "empty"; case _: "x"; }); Sys.println(switch [arr, opt] { case [null, null]: "both"; case _: "x"; });
		var f = (x:Int, ?y:Option<Int>) -> switch [x, y] { case [0, _]: "zero"; case [n, null]: 'n$n'; case [n, Some(k)] if (k == n): "same"; case [_, Some(_)]: "diff"; case [_, None]: "none"; }; Sys.println([f(0), f(1), f(2, Some(2)), f(2, Some(3)), f(3, None)]); var en:Enum<Dynamic> = Op; Sys.println(switch en { case Op: "Op"; case _: "?"; }); Sys.println(Add.match(Add | Sub) && !Mul.match(Add) && Lit(3).match(Lit(_)) && Bin(Add, Lit(1), Lit(2)).match(Bin(_, Lit(1), _))); var n = 0; switch Some(n++) { case Some(0): n += 10; case _: } Sys.println(n); switch (n) { case 11: n = 5; case 5: n = 6; } Sys.println(n); var lab = switch n { case 1, 2, 3: "low"; case 4, 5: { var q = n * 2; "mid" + q; } case _: "hi"; } Sys.println(lab); Sys.println(switch "x" { case "x" | "y" if (n == 6): 1; case "x": 2; case _: 3; }); for (i in 0...5) Sys.print(switch i { case 0 | 2 | 4: if (i == 4) break; continue; case k: 'odd$k,'; }); Sys.println(""); Sys.println(switch 5 { case (_ > 3) => true: "gt"; case _: "le"; }); Sys.println(switch {x: 1, y: {z: [1, 2]}} { case {x: 1, y: {z: [a, b]}} if (a < b): a + b; case _: 0; });
	}
}
