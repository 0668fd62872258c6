package vm;
import vm.Ast;

enum Ins { Push(v:Value); Load(slot:Int); Store(slot:Int); Pop; Bin(op:Op); Neg; Inv; Print; Jump(to:Int); JumpFalse(to:Int); Call(to:Int, args:Int, locals:Int); Ret; Halt; }
class Code { public final ops:Array<Ins> = []; public function new() {}
	public inline function emit(i:Ins):Int return ops.push(i) - 1; }
private typedef Frame = { slots:Array<Map<String, Int>>, next:Int };
class Compiler {
	final code = new Code();
	final funs:Map<String, { at:Int, fix:Array<{ ins:Int, args:Int }> }> = [];
	var frame:Frame = { slots: [new Map()], next: 0 };
	public function new() {}
	public function compile(p:Array<Stmt>):Code {
		for (s in p) stmt(s);
		code.emit(Halt);
		return code;
	}
	function slot(n:String):Int {
		var i = frame.slots.length;
		while (i-- > 0) if (frame.slots[i].exists(n)) return frame.slots[i][n];
		throw 'no slot $n';
	}
	function body(b:Array<Stmt>) { frame.slots.push([]); for (s in b) stmt(s); frame.slots.pop(); }
	inline function patch(at:Int, make:Int->Ins) code.ops[at] = make(code.ops.length);
	function stmt(s:Stmt) switch s {
		case SLet(n, e): expr(e); frame.slots[frame.slots.length - 1][n] = frame.next; code.emit(Store(frame.next++));
		case SAssign(n, e, _): expr(e); code.emit(Store(slot(n)));
		case SPrint(e): expr(e); code.emit(Print);
		case SExpr(e): expr(e); code.emit(Pop);
		case SBlock(b): body(b);
		case SIf(c, a, []): expr(c); var j = code.emit(JumpFalse(0)); body(a); patch(j, JumpFalse);
		case SIf(c, a, b):
			expr(c);
			var j = code.emit(JumpFalse(0));
			body(a);
			var k = code.emit(Jump(0));
			patch(j, JumpFalse);
			body(b);
			patch(k, Jump);
		case SWhile(c, b):
			var top = code.ops.length;
			expr(c);
			var j = code.emit(JumpFalse(0));
			body(b);
			code.emit(Jump(top));
			patch(j, t -> JumpFalse(t));
		case SReturn(e, _): if (e == null) code.emit(Push(VNil)) else expr(e); code.emit(Ret);
		case SFn(f):
			var skip = code.emit(Jump(0)), old = frame;
			funs[f.name] = { at: code.ops.length, fix: [] };
			frame = { slots: [[for (i => a in f.args) a.n => i]], next: f.args.length };
			body(f.body);
			code.emit(Push(VNil));
			code.emit(Ret);
			frame = old;
			patch(skip, Jump);
	}
	function expr(e:Expr):Void switch e.e {
		case EConst(v): code.emit(Push(v));
		case EVar(n): code.emit(Load(slot(n)));
		case EUn(o, x): expr(x); code.emit(o == Not ? Inv : Neg);
		case EBin(o = And | Or, a, b):
			expr(a);
			if (o == Or) code.emit(Inv);
			var j = code.emit(JumpFalse(0));
			expr(b);
			var k = code.emit(Jump(0));
			patch(j, JumpFalse);
			code.emit(Push(VBool(o == Or)));
			patch(k, Jump);
		case EBin(o, a, b): expr(a); expr(b); code.emit(Bin(o));
		case ECall(f, args): for (a in args) expr(a); code.emit(Call(funs[f].at, args.length, 16));
	}
}
