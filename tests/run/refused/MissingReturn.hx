// expect error: 4: Missing return: Int
class MissingReturn {
	static function f(n:Int):Int {
		if (n > 0)
			return 1;
	}

	static function main() {
		f(1);
	}
}
