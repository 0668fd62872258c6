package msignal;
import msignal.Signal;

#if haxe3
@:allow(msignal.Signal)
#end
class Slot<TSignal:AnySignal, TListener> {
	#if haxe3
	public var listener(default, set):TListener;
	#else
	public var listener(default, set_listener):TListener;
	#end
	public var once(default, null):Bool;
	public var priority(default, null):Int;
	public var enabled:Bool;
	var signal:TSignal;
	function new(signal:TSignal, listener:TListener, ?once:Bool=false, ?priority:Int=0) {
		this.signal = signal;
		this.listener = listener;
		this.once = once;
		this.priority = priority;
		this.enabled = true;
	}
	public function remove() signal.remove(listener);
	function set_listener(value:TListener):TListener {
		#if debug if (value == null) throw "listener cannot be null"; #end
		return listener = value;
	}
}
class Slot0 extends Slot<Signal0, Void -> Void> {
	public function new(signal:Signal0, listener:Void -> Void, ?once:Bool=false, ?priority:Int=0) super(signal, listener, once, priority);
	public function execute() {
		if (!enabled) return;
		if (once) remove();
		listener();
	}
}
class Slot1<TValue> extends Slot<Signal1<TValue>, TValue -> Void> {
	public var param:TValue;
	public function new(signal:Signal1<TValue>, listener:TValue -> Void, ?once:Bool=false, ?priority:Int=0) super(signal, listener, once, priority);
	public function execute(value1:TValue) {
		if (!enabled) return;
		if (once) remove();
		if (param != null) value1 = param;
		listener(value1);
	}
}
class Slot2<TValue1, TValue2> extends Slot<Signal2<TValue1, TValue2>, TValue1 -> TValue2 -> Void> {
	public var param1:TValue1;
	public var param2:TValue2;
	public function new(signal:Signal2<TValue1, TValue2>, listener:TValue1 -> TValue2 -> Void, ?once:Bool=false, ?priority:Int=0) super(signal, listener, once, priority);
	public function execute(value1:TValue1, value2:TValue2) {
		if (!enabled) return;
		if (once) remove();
		if (param1 != null) value1 = param1;
		if (param2 != null) value2 = param2;
		listener(value1, value2);
	}
}
