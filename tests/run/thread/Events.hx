// expect: Events.hx:14: no events here
// expect: Events.hx:25: tick 1
// expect: Events.hx:25: tick 2
// expect: Events.hx:25: tick 3
// expect: Events.hx:28: 1
// expect: Events.hx:39: promised
import sys.thread.*;

class Events {
	static function events() {
		{
			var lock = new Lock();
			Thread.create(() -> {
				try Thread.current().events catch (e:NoEventLoopException) trace("no events here");
				lock.release();
			});
			lock.wait();
		}
		var done = new Lock();
		Thread.createWithEventLoop(() -> {
			var n = 0, once = 0;
			var events = Thread.current().events;
			var handler = null;
			handler = events.repeat(() -> {
				trace("tick " + ++n);
				if (n == 3) {
					events.cancel(handler);
					trace(once);
					done.release();
				}
			}, 20);
			events.run(() -> once++);
		});
		done.wait();
		var main = Thread.current();
		main.events.promise();
		Thread.create(() -> {
			Sys.sleep(0.01);
			main.events.runPromised(() -> trace("promised"));
		});
	}

	static function main() {
		events();
	}
}
