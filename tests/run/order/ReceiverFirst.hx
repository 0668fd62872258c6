// expect: make
// expect: arg 1
// expect: arg 2
// expect: call on 1 with 1 2
// expect: make
// expect: arg 3
// expect: make
// expect: arg 4
// expect: call on 2 with 3 4
// expect: 3
// expect: make
// expect: arg 5
// expect: make
// expect: call on 5 with 1 2
// expect: arg 6
// expect: call on 5 with 6 7
class Obj {
	public var n = 0;

	static var count = 0;

	public function new()
		n = ++count;

	public function call(a:Int, b:Int):Obj {
		Sys.println('call on $n with $a $b');
		return this;
	}
}

class ReceiverFirst {
	static function make():Obj {
		Sys.println("make");
		return new Obj();
	}

	static function arg(n:Int):Int {
		Sys.println("arg " + n);
		return n;
	}

	static function main() {
		make().call(arg(1), arg(2));
		var o = make();
		o.call(arg(3), {
			o = make();
			arg(4);
		});
		Sys.println(o.n);
		make().n = arg(5);
		make().call(1, 2).call(arg(6), 7);
	}
}
