package sys.thread;

import molt.Native.NativeMonitor;

/** A mutex whose holder can wait for others to signal. **/
class Condition {
	final monitor = new NativeMonitor(0);

	public function new():Void {}

	public function acquire():Void {
		monitor.acquire();
	}

	public function tryAcquire():Bool {
		return monitor.tryAcquire();
	}

	public function release():Void {
		monitor.release();
	}

	/** Gives the mutex up until somebody signals. **/
	public function wait():Void {
		monitor.wait();
	}

	/** Ends one wait, if there is any. **/
	public function signal():Void {
		monitor.signal(false);
	}

	/** Ends all waits. **/
	public function broadcast():Void {
		monitor.signal(true);
	}
}
