// expect: 6
// expect: -5
// expect: 100
// expect: (1 2)
// expect: 3628800
// expect: 12502500
// expect: (1 4 9)
// expect: (2 3)
// expect: (1 (2 3))
// expect: (1 10 2 3)
// expect: 7
// expect: "got (my err)"
// expect: error: 'undefined' not found "'undefined' not found"
// expect: error: not a function: 1 "not a function: 1"
// expect: error: +: not a number: "a" "+: not a number: "a""
// expect: error: expected ), got EOF "expected ), got EOF"
// expect: error: unexpected ) "unexpected )"
// expect: 10
// expect: true
// expect: 1 "s\n"
// expect: 3
// expect: (2 3)
// expect: nil
// expect: #<lambda 1>
// expect: #<list>
// expect: nil
// expect: (0 1)
// expect: #<macro #<lambda 3>>
enum Val {
	VNil; VBool(b:Bool); VNum(f:Float); VStr(s:String); VSym(s:String);
	VList(l:List<Val>);
	VFun(name:String, f:Array<Val>->Val);
	VLambda(params:Array<String>, rest:Null<String>, body:Val, env:Env);
	VMacro(l:Val);
}
class LispError extends haxe.Exception { public final value:Val; public function new(m:String, ?v:Val) { super(m); value = v == null ? VStr(m) : v; } }
class Env {
	final vars = new Map<String, Val>();
	final outer:Null<Env>;
	public function new(?outer:Env) this.outer = outer;
	public function find(k:String):Null<Env> return vars.exists(k) ? this : outer == null ? null : outer.find(k);
	public function get(k:String):Val { var e = find(k); if (e == null) throw new LispError("'" + k + "' not found"); return e.vars.get(k); }
	public function set(k:String, v:Val) { vars.set(k, v); return v; }
}
class Reader {
	var toks:Array<String> = [];
	var pos = 0;
	static final re = ~/[\s,]*(~@|[\[\]{}()'`~^@]|"(\\.|[^\\"])*"|;.*|[^\s\[\]{}('"`,;)]*)/g;
	public function new(s:String) {
		var cur = s;
		while (cur.length > 0 && re.match(cur)) {
			var t = re.matched(1);
			if (t == "") break;
			if (t.charAt(0) != ";") toks.push(t);
			cur = re.matchedRight();
		}
	}
	public var more(get, never):Bool;
	function get_more() return pos < toks.length;
	public function form():Val return switch toks[pos++] {
		case null: throw new LispError("unexpected EOF");
		case "(": seq(")");
		case ")": throw new LispError("unexpected )");
		case "'": quote("quote");
		case "`": quote("quasiquote");
		case "~": quote("unquote");
		case "~@": quote("splice-unquote");
		case t: atom(t);
	}
	function quote(n:String) { var l = new List(); l.add(VSym(n)); l.add(form()); return VList(l); }
	function seq(end:String) {
		var l = new List();
		while (true) {
			if (!more) throw new LispError('expected $end, got EOF');
			if (toks[pos] == end) { pos++; return VList(l); }
			l.add(form());
		}
	}
	function atom(t:String):Val return switch t {
		case "nil": VNil;
		case "true": VBool(true);
		case "false": VBool(false);
		case ~/^-?[0-9]+(\.[0-9]+)?$/.match(_) => true: VNum(Std.parseFloat(t));
		case _.charAt(0) => '"': VStr(StringTools.replace(StringTools.replace(t.substr(1, t.length - 2), "\\n", "\n"), '\\"', '"'));
		default: VSym(t);
	}
}
class Lisp {
	public static function show(v:Val, ?readable = true):String return switch v {
		case VNil: "nil";
		case VBool(b): '$b';
		case VNum(f): '$f';
		case VStr(s) if (readable): '"' + s.split("\n").join("\\n") + '"';
		case VStr(s) | VSym(s): s;
		case VList(l): "(" + [for (x in l) show(x, readable)].join(" ") + ")";
		case VFun(n, _): '#<$n>';
		case VLambda(p, r, _, _): '#<lambda ${p.length}${r == null ? "" : "+"}>';
		case VMacro(l): '#<macro ${show(l)}>';
	}
	static inline function truthy(v:Val) return !v.match(VNil | VBool(false));
	static function arr(l:List<Val>) return Lambda.array(l);
	public final global = new Env();
	public function new() {
		inline function num(n:String, f:(Float, Float)->Float)
			global.set(n, VFun(n, a -> switch a {
				case [VNum(x), VNum(y)]: VNum(f(x, y));
				case [VNum(x)] if (n == "-"): VNum(-x);
				case _: VNum(Lambda.fold(a.slice(1), (v, acc) -> switch v { case VNum(y): f(acc, y); case _: throw new LispError('$n: not a number: ${show(v)}'); },
					switch a[0] { case VNum(x): x; case v: throw new LispError('$n: not a number: ${v == null ? "nothing" : show(v)}'); }));
			}));
		num("+", (a, b) -> a + b); num("-", (a, b) -> a - b); num("*", (a, b) -> a * b); num("/", (a, b) -> a / b); num("mod", (a, b) -> a % b);
		function cmp(n, f:Float->Float->Bool) global.set(n, VFun(n, a -> switch a { case [VNum(x), VNum(y)]: VBool(f(x, y)); case _: throw new LispError('$n: numbers expected'); }));
		cmp("<", (a, b) -> a < b); cmp(">", (a, b) -> a > b); cmp("<=", (a, b) -> a <= b); cmp(">=", (a, b) -> a >= b);
		def("=", a -> VBool(equal(a[0], a[1])));
		def("list", a -> VList(Lambda.list(a)));
		def("cons", a -> switch a { case [x, VList(l)]: var n = l.map(v -> v); n.push(x); VList(n); case _: throw "cons"; });
		def("first", a -> switch a[0] { case VList(l) if (!l.isEmpty()): l.first(); case _: VNil; });
		def("rest", a -> switch a[0] { case VList(_.isEmpty() => false) if (a.length == 1): VList(Lambda.list(arr(unlist(a[0])).slice(1))); case _: VList(new List()); });
		def("empty?", a -> VBool(a[0].match(VNil) || unlist(a[0]).isEmpty()));
		def("count", a -> VNum(switch a[0] { case VList(l): l.length; case VStr(s): s.length; case _: 0; }));
		def("concat", a -> VList(Lambda.list(Lambda.flatMap(a, v -> arr(unlist(v))))));
		def("map", a -> VList(unlist(a[1]).map(v -> apply(a[0], [v]))));
		def("filter", a -> VList(unlist(a[1]).filter(v -> truthy(apply(a[0], [v])))));
		def("apply", a -> apply(a[0], a.slice(1, -1).concat(arr(unlist(a[a.length - 1])))));
		def("str", a -> VStr([for (v in a) show(v, false)].join("")));
		def("throw", a -> throw new LispError("user", a[0]));
		def("prn", a -> { Sys.println([for (v in a) show(v)].join(" ")); VNil; });
	}
	function def(n:String, f:Array<Val>->Val) global.set(n, VFun(n, f));
	static function unlist(v:Val):List<Val> return switch v { case VList(l): l; case _: throw new LispError("list expected: " + show(v)); }
	static function equal(a:Val, b:Val):Bool return switch [a, b] {
		case [VList(x), VList(y)]:
			if (x.length != y.length) false else {
				var i = y.iterator(), r = true;
				for (v in x) if (!equal(v, i.next())) r = false;
				r;
			}
		case [VNum(x), VNum(y)]: x == y;
		case [VStr(x), VStr(y)] | [VSym(x), VSym(y)]: x == y;
		case _: Type.enumEq(a, b);
	}
	public function apply(f:Val, args:Array<Val>):Val return switch f {
		case VFun(_, f): f(args);
		case VLambda(ps, rest, body, env): eval(body, bindEnv(ps, rest, args, env));
		case v: throw new LispError("not a function: " + show(v));
	}
	static function bindEnv(ps:Array<String>, rest:Null<String>, args:Array<Val>, env:Env) {
		var e = new Env(env);
		for (i => p in ps) e.set(p, i < args.length ? args[i] : throw new LispError('missing argument $p'));
		if (rest != null) e.set(rest, VList(Lambda.list(args.slice(ps.length))));
		return e;
	}
	function quasi(v:Val):Val return switch v {
		case VList(l) if (!l.isEmpty()):
			var a = arr(l);
			switch a {
				case [VSym("unquote"), x]: x;
				case _:
					var head = a[0], tail = VList(Lambda.list(a.slice(1)));
					switch head {
						case VList(arr(_) => [VSym("splice-unquote"), x]): mk([VSym("concat"), x, quasi(tail)]);
						case _: mk([VSym("cons"), quasi(head), quasi(tail)]);
					}
			}
		case VSym(_) | VList(_): mk([VSym("quote"), v]);
		case _: v;
	}
	static inline function mk(a:Array<Val>) return VList(Lambda.list(a));
	public function eval(v:Val, env:Env):Val {
		while (true) {
			switch v {
				case VSym(s): return env.get(s);
				case VList(arr(_) => a):
					switch a {
						case []: return v;
						case [VSym("def!"), VSym(n), e]: return env.set(n, eval(e, env));
						case [VSym("defmacro!"), VSym(n), e]: return env.set(n, VMacro(eval(e, env)));
						case [VSym("let*"), VList(bs), body]:
							env = new Env(env);
							var it = bs.iterator();
							while (it.hasNext()) switch it.next() { case VSym(n): env.set(n, eval(it.next(), env)); case _: throw new LispError("let*"); }
							v = body;
						case [VSym("if"), c, t, _] if (truthy(eval(c, env))): v = t;
						case [VSym("if"), c, t]: if (!truthy(eval(c, env))) return VNil; v = t;
						case [VSym("if"), _, _, e]: v = e;
						case [VSym("quote"), x]: return x;
						case [VSym("quasiquote"), x]: v = quasi(x);
						case [VSym("fn*"), VList(ps), body]:
							var names = [for (p in ps) switch p { case VSym(s): s; case _: throw new LispError("param"); }];
							var amp = names.indexOf("&");
							return amp < 0 ? VLambda(names, null, body, env) : VLambda(names.slice(0, amp), names[amp + 1], body, env);
						case [VSym("try*"), b, VList(arr(_) => [VSym("catch*"), VSym(n), h])]:
							try return eval(b, env) catch (e:LispError) { env = new Env(env); env.set(n, e.value); v = h; }
						case _ if (a[0].match(VSym("do"))):
							for (i in 1...a.length - 1) eval(a[i], env);
							v = a[a.length - 1];
						case _:
							switch eval(a[0], env) {
								case VMacro(m): v = apply(m, a.slice(1));
								case VLambda(ps, rest, body, closure):
									env = bindEnv(ps, rest, [for (x in a.slice(1)) eval(x, env)], closure);
									v = body;
								case f: return apply(f, [for (x in a.slice(1)) eval(x, env)]);
							}
					}
				case _: return v;
			}
		}
	}
	public function rep(s:String):String {
		try {
			var r = new Reader(s), last = VNil;
			while (r.more) last = eval(r.form(), global);
			return show(last);
		} catch (e:LispError) return "error: " + e.message + " " + show(e.value);
	}
}
class Main {
	static function main() {
		var l = new Lisp();
		for (s in [
			"(+ 1 2 3)", "(- 5)", "(def! x 10) (* x x)", "(let* (a 1 b (+ a 1)) (list a b))",
			"(def! fact (fn* (n) (if (< n 2) 1 (* n (fact (- n 1)))))) (fact 10)",
			"(def! loop (fn* (n acc) (if (= n 0) acc (loop (- n 1) (+ acc n))))) (loop 5000 0)",
			"(map (fn* (x) (* x x)) '(1 2 3))", "(filter (fn* (x) (> x 1)) (list 1 2 3))",
			"((fn* (a & r) (list a r)) 1 2 3)", "`(1 ~x ~@(list 2 3))",
			"(defmacro! unless (fn* (c a b) `(if ~c ~b ~a))) (unless false 7 8)",
			"(try* (throw '(my err)) (catch* e (str \"got \" e)))", "(undefined 1)", "(1 2)", "(+ 1 \"a\")", "(list 1 2", ")",
			"(apply + 1 2 '(3 4))", "(= '(1 (2)) (list 1 (list 2)))", "(do (prn 1 \"s\\n\") (count \"abc\"))",
			"(rest '(1 2 3)) ; comment", "(first ())", "fact", "list", "(if nil 1)", "(cons 0 '(1))", "unless"
		]) Sys.println(l.rep(s));
	}
}
