import sys.thread.*;

class Main {
	static var counts = [for (i in 0...16) 0];
	static var made = make();

	static function make()
		return 33 * counts.length - 429;

	static function step(n:Int)
		return n + 3;

	static function run(n:Int)
		while (true)
			counts[n] = step(counts[n]);

	static function text()
		return "three " + made;

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
