package sys.thread;

import molt.Native.NativeThread;

/** What the library keeps for a thread. **/
@:noCompletion
class ThreadState {
	public final messages = new Deque<Dynamic>();
	public final locals:Array<Dynamic> = [];
	public var events:Null<EventLoop>;

	public function new() {}

	/** That of the calling thread. **/
	public static function current():ThreadState {
		var state:ThreadState = NativeThread.self();
		if (state == null)
			NativeThread.setSelf(state = new ThreadState());
		return state;
	}

	/** The thread that gets here first is the main one; its events are run when main has returned. **/
	static function __init__() {
		var main = current();
		main.events = new EventLoop();
		NativeThread.atEnd(() -> main.events.loop());
	}
}
