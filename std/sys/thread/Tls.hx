package sys.thread;

/** A variable of which each thread has its own. **/
class Tls<T> {
	static var count = 0;
	static final mutex = new Mutex();

	public var value(get, set):T;

	final number:Int;

	public function new():Void {
		mutex.acquire();
		number = count++;
		mutex.release();
	}

	function get_value():T {
		return ThreadState.current().locals[number];
	}

	function set_value(v:T):T {
		ThreadState.current().locals[number] = v;
		return v;
	}
}
