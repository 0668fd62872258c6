class Main {
	static function down(n:Int):Int {
		
		return n == 0 ? 0 : 1 + down(n - 1);
	}

	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println("fine " + down(5));
			Sys.sleep(0.005);
		}
	}
}
