// expect error: 11: String should be Int
class Holder<T> {
	public function new(v:T) {}

	public function set(v:T) {}
}

class ArgumentMismatch {
	static function main() {
		var h = new Holder(5);
		h.set("text");
	}
}
