// expect: Conditions.hx:34: 100 0 99 true
// expect: Conditions.hx:36: not held
// expect: Conditions.hx:47: false
// expect: Conditions.hx:52: true
// expect: Conditions.hx:71: 2
// expect: Conditions.hx:72: true true false false
// expect: Conditions.hx:73: not held
// no oracle: these classes came with a later version of the library
import sys.thread.*;

class Conditions {
	static function main() {
		var condition = new Condition(), items = [], taken = [], done = new Lock();
		for (i in 0...2)
			Thread.create(() -> {
				for (k in 0...50) {
					condition.acquire();
					while (items.length == 0)
						condition.wait();
					taken.push(items.pop());
					condition.release();
				}
				done.release();
			});
		for (i in 0...100) {
			condition.acquire();
			items.push(i);
			condition.signal();
			condition.release();
		}
		done.wait();
		done.wait();
		taken.sort(Reflect.compare);
		trace(taken.length + " " + taken[0] + " " + taken[99] + " " + condition.tryAcquire());
		condition.release();
		try condition.release() catch (e:Dynamic) trace("not held");

		var gate = new Condition(), open = false, through = new Lock();
		for (i in 0...3)
			Thread.create(() -> {
				gate.acquire();
				while (!open)
					gate.wait();
				gate.release();
				through.release();
			});
		trace(through.wait(0.02));
		gate.acquire();
		open = true;
		gate.broadcast();
		gate.release();
		trace(through.wait() && through.wait() && through.wait());

		var places = new Semaphore(2), inside = 0, most = 0, mutex = new Mutex(), left = new Lock();
		for (i in 0...6)
			Thread.create(() -> {
				places.acquire();
				mutex.acquire();
				if (++inside > most)
					most = inside;
				mutex.release();
				Sys.sleep(0.002);
				mutex.acquire();
				inside--;
				mutex.release();
				places.release();
				left.release();
			});
		for (i in 0...6)
			left.wait();
		trace(most);
		trace(places.tryAcquire() + " " + places.tryAcquire(0.01) + " " + places.tryAcquire() + " " + places.tryAcquire(0.01));
		try new Mutex().release() catch (e:Dynamic) trace("not held");
	}
}
