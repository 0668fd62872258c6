import sys.thread.*;

class Main {
	static var mutex = new Mutex();
	static var lock = new Lock();
	static var turns = 0;

	static function hold() {
		mutex.acquire();
		while (true)
			turns++;
	}

	static function text()
		return "four";

	@:hot.after static function enter()
		Thread.readMessage(true);


	static function main() {
		Thread.create(hold);
		while (turns == 0)
			Sys.sleep(0.001);
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println(text());
			Sys.sleep(0.005);
		}
	}
}
