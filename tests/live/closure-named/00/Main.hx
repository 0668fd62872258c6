class Main {
	static function main() {
		var total = 0;
		function add(n:Int):Int {
			total += n;
			return total;
		}
		for (i in 0...20000) {
			Sys.println("sum " + add(1));
			Sys.sleep(0.005);
		}
	}
}
