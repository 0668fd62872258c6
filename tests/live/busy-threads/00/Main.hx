import sys.thread.*;

class Main {
	static var counts = [for (i in 0...16) 0];
	

	static function step(n:Int)
		return n + 1;

	static function run(n:Int)
		while (true)
			counts[n] = step(counts[n]);

	static function text()
		return "one busy";

	static function main() {
		for (n in 0...16)
			Thread.create(() -> run(n));
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println(text());
			Sys.sleep(0.005);
		}
	}
}
