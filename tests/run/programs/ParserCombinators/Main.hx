// expect: 1 + 2 * 3 => 7
// expect: (1+2)*3 => 9
// expect: -4 / (2 - 4) => 2
// expect: 1 + => expected end at 2
// expect: 2 * (3 => expected end at 2
// expect: 1 2 => expected end at 2
// expect: 1.5e2 => 150
// expect: depth 1 pos 25
// expect: depth 5 pos 36
// expect: expected "}" at 1
// expect: expected "]" at 2
// expect: expected "null" at 0
using Main.ParserTools;

typedef Input = { src:String, pos:Int };
enum Result<T> { Ok(v:T, rest:Input); Err(msg:String, at:Int); }
typedef Parser<T> = Input -> Result<T>;

class ParserTools {
	public static function map<A, B>(p:Parser<A>, f:A->B):Parser<B>
		return i -> switch p(i) { case Ok(v, r): Ok(f(v), r); case Err(m, a): Err(m, a); }
	public static function then<A, B>(p:Parser<A>, f:A->Parser<B>):Parser<B>
		return i -> switch p(i) { case Ok(v, r): f(v)(r); case Err(m, a): Err(m, a); }
	public static inline function right<A, B>(p:Parser<A>, q:Parser<B>):Parser<B> return p.then(_ -> q);
	public static inline function left<A, B>(p:Parser<A>, q:Parser<B>):Parser<A> return p.then(v -> q.map(_ -> v));
	public static function or<A>(p:Parser<A>, q:Parser<A>):Parser<A>
		return i -> switch p(i) {
			case r = Ok(_, _): r;
			case Err(m, a): switch q(i) { case Err(m2, a2): a2 > a ? Err(m2, a2) : Err(m, a); case ok: ok; }
		}
	public static function many<A>(p:Parser<A>):Parser<Array<A>>
		return function(i) {
			var out = [];
			while (true) switch p(i) {
				case Ok(v, r): out.push(v); i = r;
				case Err(_): break;
			}
			return Ok(out, i);
		}
	public static function sepBy<A, B>(p:Parser<A>, s:Parser<B>):Parser<Array<A>>
		return p.then(x -> s.right(p).many().map(xs -> [x].concat(xs))).or(P.pure([]));
	public static function chain<A>(p:Parser<A>, op:Parser<A->A->A>):Parser<A>
		return p.then(function rest(x):Parser<A> return op.then(f -> p.then(y -> rest(f(x, y)))).or(P.pure(x)));
	public static function opt<A>(p:Parser<A>):Parser<Null<A>> return p.map(v -> (v : Null<A>)).or(P.pure(null));
	public static function run<A>(p:Parser<A>, s:String):Result<A> return p.left(P.eof)({ src: s, pos: 0 });
}
class P {
	public static function pure<A>(v:A):Parser<A> return i -> Ok(v, i);
	public static function fail<A>(m:String):Parser<A> return i -> Err(m, i.pos);
	public static function lazy<A>(f:Void->Parser<A>):Parser<A> return i -> f()(i);
	public static function re(r:EReg, what:String):Parser<String>
		return i -> r.matchSub(i.src, i.pos) && r.matchedPos().pos == i.pos
			? Ok(r.matched(0), { src: i.src, pos: i.pos + r.matchedPos().len }) : Err('expected $what', i.pos);
	public static function str(s:String):Parser<String>
		return i -> i.src.substr(i.pos, s.length) == s ? Ok(s, { src: i.src, pos: i.pos + s.length }) : Err('expected "$s"', i.pos);
	public static final ws = re(~/\s*/, "space");
	public static function tok<A>(p:Parser<A>):Parser<A> return p.left(ws);
	public static function sym(s) return tok(str(s));
	public static final eof:Parser<Bool> = i -> i.pos == i.src.length ? Ok(true, i) : Err("expected end", i.pos);
}
enum Json { JNull; JBool(b:Bool); JNum(f:Float); JStr(s:String); JArr(a:Array<Json>); JObj(o:Array<{k:String, v:Json}>); }
class Main {
	static final number = P.tok(P.re(~/-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?/, "number")).map(Std.parseFloat);
	static final string = P.tok(P.re(~/"([^"\\]|\\.)*"/, "string")).map(s -> s.substring(1, s.length - 1));
	static function expr():Parser<Float> {
		var atom:Parser<Float> = number.or(P.sym("(").right(P.lazy(expr)).left(P.sym(")")));
		var factor = P.sym("-").opt().then(m -> atom.map(v -> m == null ? v : -v));
		var mul = P.sym("*").map(_ -> (a:Float, b:Float) -> a * b).or(P.sym("/").map(_ -> (a:Float, b:Float) -> a / b));
		var add = P.sym("+").map(_ -> (a:Float, b:Float) -> a + b).or(P.sym("-").map(_ -> (a:Float, b:Float) -> a - b));
		return factor.chain(mul).chain(add);
	}
	static function json():Parser<Json> {
		var rec = P.lazy(json);
		var pair = string.then(k -> P.sym(":").right(rec).map(v -> { k: k, v: v }));
		return P.sym("null").map(_ -> JNull)
			.or(P.sym("true").map(_ -> JBool(true)))
			.or(P.sym("false").map(_ -> JBool(false)))
			.or(number.map(JNum))
			.or(string.map(JStr))
			.or(P.sym("[").right(rec.sepBy(P.sym(","))).left(P.sym("]")).map(JArr))
			.or(P.sym("{").right(pair.sepBy(P.sym(","))).left(P.sym("}")).map(JObj));
	}
	static function depth(j:Json):Int return switch j {
		case JArr(a): 1 + Lambda.fold(a, (x, m) -> { var d = depth(x); d > m ? d : m; }, 0);
		case JObj(o): 1 + Lambda.fold([for (p in o) depth(p.v)], (a, b) -> a > b ? a : b, 0);
		case JNull | JBool(_) | JNum(_) | JStr(_): 0;
	}
	static function main() {
		for (s in ["1 + 2 * 3", "(1+2)*3", "-4 / (2 - 4)", "1 +", "2 * (3", "1 2", "1.5e2"])
			Sys.println('$s => ' + switch expr().run(s) { case Ok(v, _): '$v'; case Err(m, a): '$m at $a'; });
		for (s in ['[1, 2.5, "x", null, true]', '{"a": {"b": [1, [2, [3]]]}, "c": []}', '{"a" 1}', '[1,', '"un'])
			switch P.ws.right(json()).run(s) {
				case Ok(v, { pos: p }): Sys.println('depth ${depth(v)} pos $p');
				case Err(m, at): Sys.println('$m at $at');
			}
	}
}
