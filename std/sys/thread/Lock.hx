package sys.thread;

import molt.Native.NativeMonitor;

/** Waits end one for each release. **/
class Lock {
	final released = new NativeMonitor(0);

	public function new():Void {}

	/** Waits for a release, `timeout` seconds at most; false when there was none. **/
	public function wait(?timeout:Float):Bool {
		return released.down(timeout == null ? -1 : timeout < 0 ? 0 : timeout);
	}

	/** Ends one wait, a later one if nobody waits. **/
	public function release():Void {
		released.up();
	}
}
