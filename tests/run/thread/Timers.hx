// expect: Timers.hx:28: end of main
// expect: Timers.hx:13: [back in main,delayed,timer 1,timer 2]
import sys.thread.*;

class Timers {
	static function main() {
		var seen = [], expected = 4;
		function see(what:String) {
			seen.push(what);
			if (seen.length < expected)
				return;
			seen.sort(Reflect.compare);
			trace(seen);
		}
		var timer = new haxe.Timer(10);
		var count = 0;
		timer.run = () -> {
			see("timer " + ++count);
			if (count == 2)
				timer.stop();
		};
		haxe.Timer.delay(() -> see("delayed"), 15);
		haxe.Timer.delay(() -> see("never"), 20000).stop();
		haxe.MainLoop.addThread(() -> {
			Sys.sleep(0.03);
			haxe.MainLoop.runInMainThread(() -> see("back in main"));
		});
		trace("end of main");
	}
}
