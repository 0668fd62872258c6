// expect: [0,1,2,3]
// expect: xxx
// expect: [0,0.5,1]
// expect: 2.5
// expect: [false,true]
class Source<T> {
	public function new() {}

	public function next():T
		return null;

	public function take(n:Int):Array<T>
		return [for (i in 0...n) next()];
}

class Numbers extends Source<Int> {
	var n = 0;

	override function next():Int
		return n++;
}

class Repeat<T> extends Source<T> {
	var what:T;

	public function new(what:T) {
		super();
		this.what = what;
	}

	override function next():T
		return what;
}

class Mapped<A, B> extends Source<B> {
	var from:Source<A>;
	var f:A->B;

	public function new(from, f) {
		super();
		this.from = from;
		this.f = f;
	}

	override function next():B
		return f(from.next());
}

class Inheritance {
	static function main() {
		Sys.println(new Numbers().take(4));
		Sys.println(new Repeat("x").take(3).join(""));
		var m = new Mapped(new Numbers(), n -> n * 0.5);
		Sys.println(m.take(3));
		var s:Source<Float> = m;
		Sys.println(s.next() + 1);
		Sys.println(new Mapped(m, f -> f > 2.4).take(2));
	}
}
