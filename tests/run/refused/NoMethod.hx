// expect error: 10: Account has no field deposits (Suggestion: deposit)
class Account {
	public function new() {}

	public function deposit(n:Int) {}
}

class NoMethod {
	static function main() {
		new Account().deposits(5);
	}
}
