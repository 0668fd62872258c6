package sched;
import sched.Fiber;
typedef Slot = { name:String, task:Task<Dynamic>, wake:Int };
class Scheduler {
	var queue:Array<Slot> = [];
	final done:Map<String, Dynamic> = new Map();
	final order:Array<String> = [];
	public final lines:Array<String> = [];
	var tick = 0;
	public function new() {}
	public inline function log(s:String) lines.push('$tick:$s');
	public function spawn<T>(name:String, t:Task<T>) queue.push({ name: name, task: cast t, wake: 0 });
	function finish(n:String, v:Dynamic) { done[n] = v; order.push(n); log('$n done'); }
	public function runAll() while (queue.length > 0 && tick < 100) {
		queue = queue.filter(s -> {
			if (s.wake > tick) return true;
			switch (try s.task.step(tick) catch (e:Dynamic) { finish(s.name, 'error $e'); return false; }) {
				case Yield: true;
				case Sleep(n): s.wake = tick + n; true;
				case Done(v): finish(s.name, v); false;
			}
		});
		tick++;
	}
	public function results():KeyValueIterator<String, Dynamic> { var i = 0; return { hasNext: () -> i < order.length, next: () -> { key: order[i], value: done[order[i++]] } }; }
}
