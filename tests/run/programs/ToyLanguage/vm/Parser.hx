package vm;
import vm.Ast;

class Parser {
	final toks:Array<Token>; var i = 0;
	public function new(t) toks = t;
	inline function peek() return toks[i];
	function fail(msg:String):Dynamic throw new LangError(msg, peek().pos);
	function show(t:TokenDef) return switch t { case TNum(f): '$f'; case TStr(s): '"$s"'; case TId(s) | TPunct(s): s; case TKw(k): k; case TOp(o): o; case TEof: "end"; }
	function punct(c:String) { if (!accept(c)) fail('expected $c, got ${show(peek().def)}'); }
	function accept(c:String):Bool return switch peek().def { case TPunct(x) if (x == c): i++; true; case _: false; }
	function ident():String return switch toks[i++].def { case TId(s): s; case t: i--; fail('expected name, got ${show(t)}'); }
	function ty():Ty return switch ident() { case "num": TyNum; case "str": TyStr; case "bool": TyBool; case "void": TyVoid; case t: fail('unknown type $t'); }
	public function program():Array<Stmt> return [while (peek().def != TEof) stmt()];
	function block():Array<Stmt> { punct("{"); return [while (!accept("}")) stmt()]; }
	function stmt():Stmt {
		var t = peek();
		return switch [t.def, toks[i + 1] == null ? TEof : toks[i + 1].def] {
			case [TKw(Let), _]: i++; var n = ident(); op(Assign); var e = expr(); punct(";"); SLet(n, e);
			case [TKw(Print), _]: i++; var e = expr(); punct(";"); SPrint(e);
			case [TKw(If), _]:
				i++; punct("(");
				var c = expr(); punct(")");
				var a = block();
				SIf(c, a, switch peek().def { case TKw(Else): i++; block(); default: []; });
			case [TKw(While), _]: i++; punct("("); var c = expr(); punct(")"); SWhile(c, block());
			case [TKw(Return), TPunct(";")]: i += 2; SReturn(null, t.pos);
			case [TKw(Return), _]: i++; var e = expr(); punct(";"); SReturn(e, t.pos);
			case [TKw(Fn), _]:
				i++;
				var name = ident(), args = [];
				punct("(");
				while (!accept(")")) { var n = ident(); punct(":"); args.push({ n: n, t: ty() }); accept(","); }
				punct(":");
				var ret = ty();
				SFn({ name: name, args: args, ret: ret, body: block(), pos: t.pos });
			case [TPunct("{"), _]: SBlock(block());
			case [TId(n), TOp(Assign)]: i += 2; var e = expr(); punct(";"); SAssign(n, e, t.pos);
			case _: var e = expr(); punct(";"); SExpr(e);
		}
	}
	function op(o:Op) switch peek().def { case TOp(x) if (x == o): i++; case t: fail('expected $o, got ${show(t)}'); }
	function expr(min = 0):Expr {
		var left = unary();
		while (true) switch peek() {
			case { def: TOp(o), pos: p } if (o.prec > min): i++; left = { e: EBin(o, left, expr(o.prec)), pos: p };
			case _: return left;
		}
	}
	function unary():Expr {
		var t = toks[i++], p = t.pos;
		return switch t.def {
			case TNum(f): { e: EConst(VNum(f)), pos: p };
			case TStr(s): { e: EConst(VStr(s)), pos: p };
			case TKw(k = True | False): { e: EConst(VBool(k == True)), pos: p };
			case TOp(o = Sub | Not): { e: EUn(o, unary()), pos: p };
			case TPunct("("): var e = expr(); punct(")"); e;
			case TId(n) if (accept("(")):
				var args = [];
				while (!accept(")")) { args.push(expr()); accept(","); }
				{ e: ECall(n, args), pos: p };
			case TId(n): { e: EVar(n), pos: p };
			case x: i--; fail('unexpected ${show(x)}');
		}
	}
}
