package sys.thread;

import molt.Native.NativeMonitor;

/** Held by one thread at a time, which may take it several times. **/
class Mutex {
	final monitor = new NativeMonitor(0);

	public function new():Void {}

	/** Waits until no other thread holds it. **/
	public function acquire():Void {
		monitor.acquire();
	}

	/** False when another thread holds it. **/
	public function tryAcquire():Bool {
		return monitor.tryAcquire();
	}

	/** Once for each acquire; throws when another thread holds it. **/
	public function release():Void {
		monitor.release();
	}
}
