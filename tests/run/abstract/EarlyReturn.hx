// expect: EarlyReturn.hx:16: 1
// expect: EarlyReturn.hx:17: 2
abstract Clamped(Int) {
	public function new(x:Int) {
		this = x;
		if (x < 2)
			return;
		this = 2;
	}

	public function get()
		return this;
}
class EarlyReturn {
	static function main() {
		trace(new Clamped(1).get());
		trace(new Clamped(7).get());
	}
}
