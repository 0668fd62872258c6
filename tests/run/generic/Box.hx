// expect: 6
// expect: 4
// expect: 5
// expect: 14
// expect: n9
// expect: 0.5
// expect: 10
// expect: false
// expect: 0.25
class Holder<T> {
	public var value:T;

	public function new(value:T)
		this.value = value;

	public function map<R>(f:T->R):Holder<R>
		return new Holder(f(value));

	public function set(v:T):T {
		var old = value;
		value = v;
		return old;
	}
}

class Box {
	static function main() {
		var i = new Holder(5), s = new Holder("text"), f = new Holder(2.5);
		Sys.println(i.value + 1);
		Sys.println(s.value.length);
		Sys.println(f.value * 2);
		Sys.println(i.set(9) + i.value);
		Sys.println(i.map(n -> "n" + n).value);
		Sys.println(s.map(t -> t.length).map(n -> n / 8).value);
		var h:Holder<Holder<Int>> = new Holder(i);
		h.value.value++;
		Sys.println(i.value);
		var b = new Holder<Bool>(true);
		Sys.println(!b.value);
		var a = new Holder<Array<Float>>([]);
		a.value.push(1);
		Sys.println(a.value[0] / 4);
	}
}
