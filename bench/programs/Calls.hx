/** Calls of every kind: recursive static, virtual, through an interface, of a closure. **/
interface Source {
	function next(n:Int):Int;
}

class Step {
	var by:Int;

	public function new(by:Int)
		this.by = by;

	public function apply(n:Int):Int
		return n + by;
}

class Doubling extends Step {
	override public function apply(n:Int):Int
		return (n << 1) - by;
}

class Folding extends Step {
	override public function apply(n:Int):Int
		return (n ^ (n >>> 3)) + by;
}

class Linear implements Source {
	var a:Int;

	public function new(a:Int)
		this.a = a;

	public function next(n:Int):Int
		return n * a + 1;
}

class Shifting implements Source {
	var k = 0;

	public function new() {}

	public function next(n:Int):Int {
		k++;
		return n ^ (k << 2);
	}
}

class Calls {
	static function fib(n:Int):Int
		return n < 2 ? n : fib(n - 1) + fib(n - 2);

	static function virtualCalls(turns:Int):Int {
		var steps = [new Step(3), new Doubling(5), new Folding(7)];
		var n = 1;
		for (i in 0...turns)
			n = steps[i % 3].apply(n) & 0xffffff;
		return n;
	}

	static function interfaceCalls(turns:Int):Int {
		var sources:Array<Source> = [new Linear(31), new Shifting()];
		var n = 1;
		for (i in 0...turns)
			n = sources[i & 1].next(n) & 0xffffff;
		return n;
	}

	static function closureCalls(turns:Int):Int {
		var total = 0;
		var add = function(n:Int) total = (total + n) & 0xffffff;
		var twice = function(f:Int->Void, n:Int) {
			f(n);
			f(n + 1);
		};
		for (i in 0...turns)
			twice(add, i);
		return total;
	}

	static function work(size:Int):Int {
		var sum = fib(size);
		var turns = size * size * size * 20;
		sum = Bench.mix(sum, virtualCalls(turns));
		sum = Bench.mix(sum, interfaceCalls(turns));
		return Bench.mix(sum, closureCalls(turns));
	}

	static function main()
		Bench.run(12, work);
}
