package vm;

typedef Pos = { line:Int, col:Int };
enum TokenDef {
	TNum(f:Float); TStr(s:String); TId(s:String); TKw(k:Keyword); TOp(o:Op); TPunct(c:String); TEof;
}
typedef Token = { def:TokenDef, pos:Pos };
enum abstract Keyword(String) to String {
	var Let = "let"; var Fn = "fn"; var If = "if"; var Else = "else"; var While = "while"; var Return = "return"; var Print = "print"; var True = "true"; var False = "false";
	static final all = [Let, Fn, If, Else, While, Return, Print, True, False];
	public static function of(s:String):Null<Keyword> { for (k in all) if ((k : String) == s) return k; return null; }
}
enum abstract Op(String) from String to String {
	var Add = "+"; var Sub = "-"; var Mul = "*"; var Div = "/"; var Mod = "%";
	var Eq = "=="; var Ne = "!="; var Lt = "<"; var Le = "<="; var Gt = ">"; var Ge = ">=";
	var And = "&&"; var Or = "||"; var Not = "!"; var Assign = "=";
	public var prec(get, never):Int;
	function get_prec() return switch (cast this : Op) {
		case Or: 1; case And: 2; case Eq | Ne: 3; case Lt | Le | Gt | Ge: 4; case Add | Sub: 5; case Mul | Div | Mod: 6; case Not | Assign: -1;
	}
	public inline function isCompare() return switch (cast this : Op) { case Eq, Ne, Lt, Le, Gt, Ge: true; case _: false; }
}
enum Ty { TyNum; TyStr; TyBool; TyVoid; TyFun(args:Array<Ty>, ret:Ty); }
enum Value { VNum(f:Float); VStr(s:String); VBool(b:Bool); VNil; }
enum ExprDef { EConst(v:Value); EVar(n:String); EBin(op:Op, a:Expr, b:Expr); EUn(op:Op, e:Expr); ECall(f:String, args:Array<Expr>); }
typedef Expr = { e:ExprDef, pos:Pos, ?ty:Ty };
enum Stmt {
	SLet(n:String, e:Expr); SAssign(n:String, e:Expr, pos:Pos); SPrint(e:Expr); SExpr(e:Expr);
	SIf(c:Expr, t:Array<Stmt>, e:Array<Stmt>); SWhile(c:Expr, b:Array<Stmt>); SBlock(b:Array<Stmt>);
	SReturn(e:Null<Expr>, pos:Pos); SFn(f:Fun);
}
typedef Fun = { name:String, args:Array<{ n:String, t:Ty }>, ret:Ty, body:Array<Stmt>, pos:Pos };
class LangError {
	final msg:String; final pos:Pos;
	public function new(msg, pos) { this.msg = msg; this.pos = pos; }
	public function toString() return '${pos.line}:${pos.col}: $msg';
}
