package vm;
import vm.Ast;
import vm.Compiler;

class Machine {
	final code:Code;
	public final out:Array<String> = [];
	var stack:Array<Value> = [];
	var locals:Array<Value> = [];
	final frames:List<{ pc:Int, locals:Array<Value> }> = new List();
	public function new(c) code = c;
	inline function num() return switch stack.pop() { case VNum(f): f; case v: throw new haxe.Exception('number expected: $v'); }
	inline function bool() return stack.pop().match(VBool(true));
	public function run() {
		var pc = 0, steps = 0;
		while (true) {
			if (++steps > 1000000) throw new haxe.Exception("too long");
			switch code.ops[pc++] {
				case Push(v): stack.push(v);
				case Load(s): stack.push(locals[s]);
				case Store(s): locals[s] = stack.pop();
				case Pop: stack.pop();
				case Neg: stack.push(VNum(-num()));
				case Inv: stack.push(VBool(!bool()));
				case Print: out.push(Tools.text(stack.pop()));
				case Jump(t): pc = t;
				case JumpFalse(t): if (!bool()) pc = t;
				case Call(t, n, _):
					frames.push({ pc: pc, locals: locals });
					locals = stack.splice(stack.length - n, n);
					pc = t;
				case Ret:
					var f = frames.pop();
					pc = f.pc;
					locals = f.locals;
				case Halt: return;
				case Bin(Eq): var b = stack.pop(), a = stack.pop(); stack.push(VBool(Type.enumEq(a, b)));
				case Bin(Ne): var b = stack.pop(), a = stack.pop(); stack.push(VBool(!Type.enumEq(a, b)));
				case Bin(Add):
					var b = stack.pop(), a = stack.pop();
					stack.push(switch [a, b] { case [VNum(x), VNum(y)]: VNum(x + y); case _: VStr(Tools.text(a) + Tools.text(b)); });
				case Bin(op):
					var b = num(), a = num();
					stack.push(switch op {
						case Sub: VNum(a - b); case Mul: VNum(a * b);
						case Div: VNum(a / b);
						case Mod: if (b == 0) throw new haxe.Exception("modulo by zero"); VNum(a % b);
						case Lt: VBool(a < b); case Le: VBool(a <= b); case Gt: VBool(a > b); case Ge: VBool(a >= b);
						case other: throw 'bad operator $other';
					});
			}
		}
	}
}
