package sys.thread;

import molt.Native.NativeMonitor;

/** So many may be in at once. **/
class Semaphore {
	final places:NativeMonitor;

	public function new(value:Int):Void {
		places = new NativeMonitor(value);
	}

	/** Waits for a place and takes it. **/
	public function acquire():Void {
		places.down(-1);
	}

	/** Waits `timeout` seconds at most, by default not at all; false when there was no place. **/
	public function tryAcquire(?timeout:Float):Bool {
		return places.down(timeout == null || timeout < 0 ? 0 : timeout);
	}

	/** Gives a place back. **/
	public function release():Void {
		places.up();
	}
}
