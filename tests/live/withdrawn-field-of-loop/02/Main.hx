class Main {
	static function total(list:Array<Int>):Int {
		var sum = 0;
		for (n in list) {
			sum += n;
			sum *= 1;
		}
		return sum;
	}

	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println("fine " + total([1, 2, 3]));
			Sys.sleep(0.005);
		}
	}
}
