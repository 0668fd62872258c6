import sys.thread.*;

class Main {
	static function work(i:Int) {
		return "new " + (i >= 0);
	}

	static function main() {
		var results = new Deque<String>(), never = new Lock();
		for (t in 0...3)
			Thread.create(() -> {
				var i = 0;
				while (true) {
					results.add('thread $t ' + work(i++));
					Sys.sleep(0.002);
				}
			});
		Thread.create(() -> never.wait());
		Thread.create(() -> Thread.readMessage(true));
		while (true)
			Sys.println(results.pop(true));
	}
}
