import haxe.macro.Context;
import haxe.macro.Expr;

using StringTools;

/* The official compiler's trees of expressions, one a line of the file, in the notation of `syntax_show trees`. Run as an initialisation
 * macro: haxe --no-output --macro "Trees.run('FILE')". What is refused gives `error`. */
class Trees {
	public static function run(file:String) {
		var out = new StringBuf();
		for (line in sys.io.File.getContent(file).split("\n")) {
			if (line == "")
				continue;
			var text = try expr(Context.parseInlineString("{ " + line + "; }", Context.makePosition({file: "x", min: 0, max: 0}))) catch (e:Dynamic) "error";
			out.add(text + "\n");
		}
		Sys.print(out.toString());
		Sys.exit(0);
	}

	static function list(items:Array<Expr>):String
		return [for (item in items) " " + expr(item)].join("");

	static function optional(e:Null<Expr>):String
		return e == null ? "-" : expr(e);

	static function op(b:Binop):String
		return switch b {
			case OpAdd: "+";
			case OpMult: "*";
			case OpDiv: "/";
			case OpSub: "-";
			case OpAssign: "=";
			case OpEq: "==";
			case OpNotEq: "!=";
			case OpGt: ">";
			case OpGte: ">=";
			case OpLt: "<";
			case OpLte: "<=";
			case OpAnd: "&";
			case OpOr: "|";
			case OpXor: "^";
			case OpBoolAnd: "&&";
			case OpBoolOr: "||";
			case OpShl: "<<";
			case OpShr: ">>";
			case OpUShr: ">>>";
			case OpMod: "%";
			case OpAssignOp(o): op(o) + "=";
			case OpInterval: "...";
			case OpArrow: "=>";
			case OpIn: "in";
		}

	static function unop(u:Unop):String
		return switch u {
			case OpIncrement: "++";
			case OpDecrement: "--";
			case OpNot: "!";
			case OpNeg: "-";
			case OpNegBits: "~";
			case OpSpread: "...";
		}

	static function quoted(s:String):String
		return '"' + s.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t") + '"';

	static function vars(vars:Array<Var>):String
		return [
			for (v in vars)
				" (" + (v.isFinal ? "final " : "var ") + v.name + hint(v.type) + (v.expr == null ? "" : " " + expr(v.expr)) + ")"
		].join("");

	static function func(f:Function):String {
		var args = [
			for (a in f.args) {
				var rest = switch a.type {
					case TPath({pack: ["haxe"], name: "Rest", params: [TPType(t)]}): t;
					case _: null;
				}
				var type = rest == null ? a.type : rest;
				switch type {
					case TPath({name: "$_hx_mono"}):
						type = null;
					case _:
				}
				(a.opt ? "?" : "") + (rest != null ? "..." : "") + a.name + hint(type) + (a.value == null ? "" : "=" + expr(a.value));
			}
		];
		var body = switch f.expr {
			case null: "-";
			case {expr: EMeta({name: ":implicitReturn"}, {expr: EReturn(e)})}: expr(e);
			case e: expr(e);
		}
		return "(" + args.join(" ") + ")" + hint(f.ret) + " " + body;
	}

	static function hint(t:Null<ComplexType>):String
		return t == null ? "" : ":" + type(t);

	static function path(p:TypePath):String {
		var name = p.pack.concat([p.name]).join(".") + (p.sub == null ? "" : "." + p.sub);
		return p.params == null || p.params.length == 0 ? name : name + "<" + [
			for (a in p.params)
				switch a {
					case TPType(t): type(t);
					case TPExpr(e): expr(e);
				}
		].join(",") + ">";
	}

	static function arg(t:ComplexType):String
		return switch t {
			case TParent(TOptional(t)) | TOptional(t): "?" + arg(t);
			case TNamed(n, t): n + ":" + type(t);
			case _: type(t);
		}

	static function type(t:ComplexType):String
		return switch t {
			case TPath(p): path(p);
			case TFunction(args, ret): "(" + [for (a in args) arg(a)].join(",") + ")->" + type(ret);
			case TAnonymous(fields): "{" + [for (f in fields) f.name].join(",") + "}";
			case TParent(t): "(" + type(t) + ")";
			case TExtend(p, fields): "{>" + [for (x in p) path(x)].join(">") + "," + [for (f in fields) f.name].join(",") + "}";
			case TOptional(t): "?" + type(t);
			case TNamed(_, t): type(t);
			case TIntersection(tl): [for (t in tl) type(t)].join("&");
		}

	static function expr(e:Expr):String
		return switch e.expr {
			case EConst(CInt(v)) | EConst(CFloat(v)) | EConst(CIdent(v)): v;
			case EConst(CString(s, k)): (k == SingleQuotes ? "'" : "") + quoted(s);
			case EConst(CRegexp(r, o)): "~" + quoted(r) + o;
			case EArray(a, b): "([] " + expr(a) + " " + expr(b) + ")";
			case EBinop(o, a, b): "(" + op(o) + " " + expr(a) + " " + expr(b) + ")";
			case EField(o, f): "(. " + expr(o) + " " + f + ")";
			case EParenthesis(e): "(paren " + expr(e) + ")";
			case EObjectDecl(fields): "(object" + [for (f in fields) " " + (f.quotes == Quoted ? quoted(f.field) : f.field) + ":" + expr(f.expr)].join("") + ")";
			case EArrayDecl(items): "(array" + list(items) + ")";
			case ECall(f, args): "(call " + expr(f) + list(args) + ")";
			case ENew(t, args): "(new " + path(t) + list(args) + ")";
			case EUnop(o, true, e): "(postfix" + unop(o) + " " + expr(e) + ")";
			case EUnop(o, false, e): "(prefix" + unop(o) + " " + expr(e) + ")";
			case EVars(vl): "(vars" + vars(vl) + ")";
			case EFunction(FArrow, f): "(arrow " + func(f) + ")";
			case EFunction(FNamed(name, inl), f): "(" + (inl ? "inline " : "") + "function " + name + " " + func(f) + ")";
			case EFunction(_, f): "(function " + func(f) + ")";
			case EBlock(items): "(block" + list(items) + ")";
			case EFor(it, e): "(for " + expr(it) + " " + expr(e) + ")";
			case EIf(c, a, b): "(if " + expr(c) + " " + expr(a) + " " + optional(b) + ")";
			case ETernary(c, a, b): "(? " + expr(c) + " " + expr(a) + " " + expr(b) + ")";
			case EWhile(c, e, normal): "(" + (normal ? "while " : "do ") + expr(c) + " " + expr(e) + ")";
			case ESwitch(e, cases, def): "(switch "
				+ expr(e)
				+ [for (c in cases) " (case" + list(c.values) + (c.guard == null ? "" : " if " + expr(c.guard)) + " " + optional(c.expr) + ")"].join("")
				+ (def == null ? "" : " (default " + (def.expr == null ? "-" : expr(def)) + ")")
				+ ")";
			case ETry(e, catches): "(try " + expr(e) + [for (c in catches) " (catch " + c.name + hint(c.type) + " " + expr(c.expr) + ")"].join("") + ")";
			case EReturn(e): "(return " + optional(e) + ")";
			case EBreak: "break";
			case EContinue: "continue";
			case EUntyped(e): "(untyped " + expr(e) + ")";
			case EThrow(e): "(throw " + expr(e) + ")";
			case ECast(e, null): "(cast " + expr(e) + ")";
			case ECast(e, t): "(cast " + expr(e) + " " + type(t) + ")";
			case EIs(e, t): "(is " + expr(e) + " " + type(t) + ")";
			case ECheckType(e, t): "(: " + expr(e) + " " + type(t) + ")";
			case EMeta({name: ":inline"}, e): "(inline " + expr(e) + ")";
			case EMeta(m, e) if (m.name.startsWith("$")): "(" + m.name + " " + expr(e) + ")";
			case EMeta(m, e): "(@" + m.name + list(m.params) + " " + expr(e) + ")";
			case _: "?";
		}
}
