// expect: Mutexes.hx:26: 4000
// expect: Mutexes.hx:27: true true
// expect: Mutexes.hx:34: false
// expect: Mutexes.hx:37: false false
// expect: Mutexes.hx:40: true true false
import sys.thread.*;

class Mutexes {
	static var shared = 0;

	static function mutexes() {
		var mutex = new Mutex(), done = new Lock();
		for (i in 0...4)
			Thread.create(() -> {
				for (k in 0...1000) {
					mutex.acquire();
					mutex.acquire();
					shared++;
					mutex.release();
					mutex.release();
				}
				done.release();
			});
		for (i in 0...4)
			done.wait();
		trace(shared);
		trace(mutex.tryAcquire() + " " + mutex.tryAcquire());
		var other = new Lock(), result = true;
		Thread.create(() -> {
			result = mutex.tryAcquire();
			other.release();
		});
		other.wait();
		trace(result);
		mutex.release();
		mutex.release();
		trace(done.wait(0.01) + " " + done.wait(0));
		done.release();
		done.release();
		trace(done.wait(0.01) + " " + done.wait() + " " + done.wait(0.0));
	}

	static function main() {
		mutexes();
	}
}
