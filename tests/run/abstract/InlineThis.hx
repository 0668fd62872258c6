// expect: InlineThis.hx:13: 2
// expect: InlineThis.hx:15: 3
abstract N(Array<Int>) {
	public inline function new(x) this = [x];
	@:op(++A) inline function pre():N { this = [this[0] + 1]; return cast this; }
	@:op(A++) inline function post():N { var ret = this; pre(); return cast ret; }
	public function get() return this[0];
}
class InlineThis {
	static function main() {
		var b = new N(1);
		++b;
		trace(b.get());
		b++;
		trace(b.get());
	}
}
