package vm;
import vm.Ast;

class Checker {
	var scopes:Array<Map<String, Ty>> = [new Map()];
	final ret:haxe.ds.GenericStack<Ty> = new haxe.ds.GenericStack();
	public function new() {}
	function find(n:String, p:Pos):Ty {
		var i = scopes.length;
		while (--i >= 0) switch scopes[i].get(n) { case null: case t: return t; }
		throw new LangError('unknown $n', p);
	}
	static function eq(a:Ty, b:Ty) return Type.enumEq(a, b);
	static function show(t:Ty):String return switch t { case TyFun(a, r): '(${a.map(show).join(", ")}) -> ${show(r)}'; case _: t.getName().substr(2).toLowerCase(); }
	function want(t:Ty, e:Expr) { var h = ty(e); if (!eq(t, h)) throw new LangError('${show(h)} should be ${show(t)}', e.pos); }
	public function check(b:Array<Stmt>) for (s in b) stmt(s);
	function scoped(f:() -> Void) { scopes.push(new Map()); f(); scopes.pop(); }
	function stmt(s:Stmt):Void switch s {
		case SLet(n, e): scopes[scopes.length - 1][n] = ty(e);
		case SAssign(n, e, p): want(find(n, p), e);
		case SPrint(e) | SExpr(e): ty(e);
		case SIf(c, a, b): want(TyBool, c); scoped(() -> check(a)); scoped(() -> check(b));
		case SWhile(c, b): want(TyBool, c); scoped(() -> check(b));
		case SBlock(b): scoped(check.bind(b));
		case SReturn(e, p):
			if (ret.isEmpty()) throw new LangError("return outside function", p);
			if (e == null) { if (ret.first() != TyVoid) throw new LangError("value expected", p); } else want(ret.first(), e);
		case SFn({ name: n, args: args, ret: r, body: b }):
			scopes[scopes.length - 1][n] = TyFun([for (a in args) a.t], r);
			ret.add(r);
			scoped(() -> { for (a in args) scopes[scopes.length - 1][a.n] = a.t; check(b); });
			ret.pop();
	}
	function ty(e:Expr):Ty return e.ty = switch e.e {
		case EConst(VNum(_)): TyNum;
		case EConst(VStr(_)): TyStr;
		case EConst(VBool(_)): TyBool;
		case EConst(VNil): TyVoid;
		case EVar(n): find(n, e.pos);
		case EUn(Not, x): want(TyBool, x); TyBool;
		case EUn(_, x): want(TyNum, x); TyNum;
		case EBin(Add, a, b):
			switch [ty(a), ty(b)] {
				case [TyStr, TyNum | TyStr | TyBool] | [_, TyStr]: TyStr;
				case [TyNum, TyNum]: TyNum;
				case [x, y]: throw new LangError('cannot add ${show(x)} and ${show(y)}', e.pos);
			}
		case EBin(And | Or, a, b): want(TyBool, a); want(TyBool, b); TyBool;
		case EBin(Eq | Ne, a, b): want(ty(a), b); TyBool;
		case EBin(o, a, b): want(TyNum, a); want(TyNum, b); o.isCompare() ? TyBool : TyNum;
		case ECall(f, args):
			switch find(f, e.pos) {
				case TyFun(ts, _) if (ts.length != args.length): throw new LangError('$f takes ${ts.length} arguments, not ${args.length}', e.pos);
				case TyFun(ts, r): for (i => t in ts) want(t, args[i]); r;
				case t: throw new LangError('${show(t)} is no function', e.pos);
			}
	}
}
