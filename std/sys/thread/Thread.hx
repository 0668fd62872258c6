package sys.thread;

import molt.Native.NativeThread;

/** A thread of the system. What its job does not catch is reported and ends it alone. The program ends with its main thread. **/
abstract Thread(ThreadState) {
	/** Its events; throws when it runs none. **/
	public var events(get, never):EventLoop;

	inline function new(state:ThreadState) {
		this = state;
	}

	/** The calling thread. **/
	public static function current():Thread {
		return new Thread(ThreadState.current());
	}

	/** Starts a thread that runs `job`. **/
	public static function create(job:Void->Void):Thread {
		var state = new ThreadState();
		// The first use of states is this thread's.
		ThreadState.current();
		NativeThread.start(() -> {
			NativeThread.setSelf(state);
			job();
		});
		return new Thread(state);
	}

	/** The same with events, which are run when `job` is done. **/
	public static function createWithEventLoop(job:Void->Void):Thread {
		return create(() -> runWithEventLoop(job));
	}

	/** Runs `job` on this thread, and then the events that it leaves behind. **/
	public static function runWithEventLoop(job:Void->Void):Void {
		var state = ThreadState.current();
		if (state.events != null) {
			job();
			return;
		}
		state.events = new EventLoop();
		try {
			job();
			state.events.loop();
		} catch (e:Dynamic) {
			state.events = null;
			throw e;
		}
		state.events = null;
	}

	/** Sends the thread a message, to be read in the order of sending. **/
	public function sendMessage(msg:Dynamic):Void {
		this.messages.add(msg);
	}

	/** The next message to this thread; when there is none, waits for one if `block` is true, else gives null. **/
	public static function readMessage(block:Bool):Dynamic {
		return ThreadState.current().messages.pop(block);
	}

	/** Lets other threads have their turn. **/
	public static function yield():Void {
		NativeThread.yield();
	}

	function get_events():EventLoop {
		if (this.events == null)
			throw new NoEventLoopException();
		return this.events;
	}

	/** Runs the events of this thread until none is expected. **/
	static function processEvents():Void {
		current().events.loop();
	}
}
