import sys.thread.*;

class Main {
	static var results = [0, 0, 0];

	static function work(n:Int):Int {
		n++;
		return n;
	}

	static function run(n:Int)
		while (true) {
			results[n - 1] = work(n);
			Sys.sleep(0.001);
		}

	static function main() {
		for (n in 1...4)
			Thread.create(() -> run(n));
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println("sum " + (results[0] + results[1] + results[2]));
			Sys.sleep(0.005);
		}
	}
}
