// expect error: 11: Constraint check failure for f.T
class Base {
	public function new() {}
}

class Constraint {
	static function f<T:Base>(x:T):T
		return x;

	static function main() {
		f("text");
	}
}
