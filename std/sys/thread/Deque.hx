package sys.thread;

import molt.Native.NativeMonitor;

/** A list that threads hand things over in. **/
class Deque<T> {
	final items = new haxe.ds.List<Null<T>>();
	final mutex = new NativeMonitor(0);
	final count = new NativeMonitor(0);

	public function new():Void {}

	/** At the end. **/
	public function add(i:T):Void {
		mutex.acquire();
		items.add(i);
		mutex.release();
		count.up();
	}

	/** In front. **/
	public function push(i:T):Void {
		mutex.acquire();
		items.push(i);
		mutex.release();
		count.up();
	}

	/** Takes the first one out; when there is none, waits for one if `block` is true, else gives null. **/
	public function pop(block:Bool):Null<T> {
		if (!count.down(block ? -1 : 0))
			return null;
		mutex.acquire();
		var first = items.pop();
		mutex.release();
		return first;
	}
}
