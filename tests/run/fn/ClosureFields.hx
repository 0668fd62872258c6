// A field that holds a function is called like a method.
// expect: add 7
// expect: sub -1
// expect: pow 81
// expect: 1024
// expect: last one
// expect: twotwo
class Op {
	public var name:String;
	public var run:(Int, Int) -> Int;

	public static var last:String->Void = s -> Sys.println("last " + s);

	public function new(name, run) {
		this.name = name;
		this.run = run;
	}
}

class ClosureFields {
	static function main() {
		var ops = [
			new Op("add", (a, b) -> a + b),
			new Op("sub", (a, b) -> a - b),
			new Op("pow", function(a, b) {
				var r = 1;
				for (i in 0...b)
					r *= a;
				return r;
			})
		];
		for (o in ops)
			Sys.println(o.name + " " + o.run(3, 4));
		ops[0].run = ops[2].run;
		Sys.println(ops[0].run(2, 10));
		Op.last("one");
		Op.last = function(s) Sys.println(s + s);
		Op.last("two");
	}
}
