package vm;
import vm.Ast;
import vm.Compiler.Code;

class Fold {
	public static function stmt(s:Stmt):Stmt return switch s {
		case SLet(n, e): SLet(n, expr(e));
		case SAssign(n, e, p): SAssign(n, expr(e), p);
		case SPrint(e): SPrint(expr(e));
		case SExpr(e): SExpr(expr(e));
		case SIf(c, a, b): SIf(expr(c), a.map(stmt), b.map(stmt));
		case SWhile(c, b): SWhile(expr(c), b.map(stmt));
		case SBlock(b): SBlock(b.map(stmt));
		case SReturn(null, _): s;
		case SReturn(e, p): SReturn(expr(e), p);
		case SFn(f): SFn({ name: f.name, args: f.args, ret: f.ret, pos: f.pos, body: f.body.map(stmt) });
	}
	static function expr(e:Expr):Expr {
		inline function k(v:Value):Expr return { e: EConst(v), pos: e.pos, ty: e.ty };
		return switch e.e {
			case EBin(op, a, b):
				var a = expr(a), b = expr(b);
				switch [op, a.e, b.e] {
					case [Add, EConst(VNum(x)), EConst(VNum(y))]: k(VNum(x + y));
					case [Sub, EConst(VNum(x)), EConst(VNum(y))]: k(VNum(x - y));
					case [Mul, EConst(VNum(x)), EConst(VNum(y))]: k(VNum(x * y));
					case [Add, EConst(VStr(x)), EConst(VStr(y))]: k(VStr(x + y));
					case [Mul, _, EConst(VNum(1))] | [Add, _, EConst(VNum(0))]: a;
					case [And, EConst(VBool(false)), _]: k(VBool(false));
					case _: { e: EBin(op, a, b), pos: e.pos, ty: e.ty };
				}
			case EUn(Sub, { e: EConst(VNum(f)) }): k(VNum(-f));
			case EUn(o, x): { e: EUn(o, expr(x)), pos: e.pos, ty: e.ty };
			case ECall(f, args): { e: ECall(f, args.map(expr)), pos: e.pos, ty: e.ty };
			case EConst(_) | EVar(_): e;
		}
	}
}
class Tools {
	public static function disasm(c:Code):String {
		var b = new StringBuf();
		for (i => o in c.ops) b.add(StringTools.lpad('$i', "0", 3) + " " + (switch o {
			case Push(v): 'push ${text(v)}';
			case Load(s): 'load $s';
			case Store(s): 'store $s';
			case Jump(t) : 'jump $t';
			case JumpFalse(t): 'jfalse $t';
			case Call(t, n, _): 'call $t/$n';
			case Bin(op): (op : String);
			case other: other.getName().toLowerCase();
		}) + "\n");
		return b.toString();
	}
	public static function text(v:Value):String return switch v { case VNum(f): '$f'; case VStr(s): s; case VBool(b): '$b'; case VNil: "nil"; }
}
