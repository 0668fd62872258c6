class Main {
	static function main() {
		
		for (i in 0...200000) {
			Sys.println("turn " + i);
			Sys.println("good " + i % 3);
			Sys.sleep(0.005);
		}
	}
}
