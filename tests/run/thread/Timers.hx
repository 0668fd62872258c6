// expect: Timers.hx:22: end of main
// expect: Timers.hx:13: timer 1
// expect: Timers.hx:17: delayed
// expect: Timers.hx:13: timer 2
// expect: Timers.hx:20: back in main
import sys.thread.*;

class Timers {
	static function main() {
		var timer = new haxe.Timer(100);
		var count = 0;
		timer.run = () -> {
			trace("timer " + ++count);
			if (count == 2)
				timer.stop();
		};
		haxe.Timer.delay(() -> trace("delayed"), 150);
		haxe.MainLoop.addThread(() -> {
			Sys.sleep(0.4);
			haxe.MainLoop.runInMainThread(() -> trace("back in main"));
		});
		trace("end of main");
	}
}
