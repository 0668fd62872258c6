// expect: Uncaught.hx:16: main goes on
// expect: Uncaught.hx:18: and ends
// no oracle: the interpreter ends the whole program
// expect stderr: Uncaught exception in a thread
import sys.thread.*;

class Uncaught {
	static function main() {
		var done = new Lock();
		Thread.create(() -> {
			done.release();
			throw "in a thread";
		});
		done.wait();
		Sys.sleep(0.05);
		trace("main goes on");
		Thread.create(() -> while (true) Sys.sleep(1));
		trace("and ends");
	}
}
