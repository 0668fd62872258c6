// Many overrides in a wide hierarchy, called in turn through the base class.
// expect: 355
// expect: -9310
// expect: -46129
// expect: -1153023
// expect: 28825140
// expect: 144125833
class Op {
	public function new() {}

	public function apply(n:Int):Int
		return n;
}

class Add extends Op {
	override function apply(n:Int)
		return n + 3;
}

class Mul extends Op {
	override function apply(n:Int)
		return n * 5;
}

class Neg extends Op {
	override function apply(n:Int)
		return -n;
}

class Xor extends Op {
	override function apply(n:Int)
		return n ^ 0x55;
}

class AddTwice extends Add {
	override function apply(n:Int)
		return super.apply(super.apply(n));
}

class ManyVirtuals {
	static function main() {
		var ops:Array<Op> = [new Add(), new Mul(), new Neg(), new Xor(), new AddTwice(), new Op()];
		var v = 1;
		for (i in 0...60) {
			v = ops[i % ops.length].apply(v);
			if (i % 10 == 9)
				Sys.println(v);
		}
	}
}
