class Main {
	static function order(a:Int, b:Int):Int {
		return b - a;
		return a - b;
	}

	static function sorted() {
		var list = [3, 1, 2];
		list.sort((a, b) -> order(a, b));
		return list.join("");
	}

	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println("fine " + sorted());
			Sys.sleep(0.005);
		}
	}
}
