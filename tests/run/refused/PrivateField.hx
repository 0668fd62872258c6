// expect error: 10: Cannot access private field secret
class Safe {
	var secret = 1;

	public function new() {}
}

class PrivateField {
	static function main() {
		Sys.println(new Safe().secret);
	}
}
