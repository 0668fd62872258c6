package msignal;
import msignal.Slot;

typedef AnySignal = Signal<Dynamic, Dynamic>;

@:allow(msignal.Slot)
class Signal<TSlot:Slot<Dynamic, Dynamic>, TListener> {
	public var valueClasses:Array<Dynamic>;
	public var numListeners(get, null):Int;
	var slots:SlotList<TSlot, TListener>;
	var priorityBased:Bool;

	function new(?valueClasses:Array<Dynamic>) {
		if (valueClasses == null) valueClasses = [];
		this.valueClasses = valueClasses;
		slots = cast SlotList.NIL;
		priorityBased = false;
	}
	public function add(listener:TListener):TSlot return registerListener(listener);
	public function addOnce(listener:TListener):TSlot return registerListener(listener, true);
	public function addWithPriority(listener:TListener, ?priority:Int=0):TSlot return registerListener(listener, false, priority);
	public function remove(listener:TListener):TSlot {
		var slot = slots.find(listener);
		if (slot == null) return null;
		slots = slots.filterNot(listener);
		return slot;
	}
	public function removeAll() slots = cast SlotList.NIL;
	function registerListener(listener:TListener, ?once:Bool=false, ?priority:Int=0):TSlot {
		if (registrationPossible(listener, once)) {
			var newSlot = createSlot(listener, once, priority);
			if (!priorityBased && priority != 0) priorityBased = true;
			if (!priorityBased && priority == 0) slots = slots.prepend(newSlot);
			else slots = slots.insertWithPriority(newSlot);
			return newSlot;
		}
		return slots.find(listener);
	}
	function registrationPossible(listener, once) {
		if (!slots.nonEmpty) return true;
		var existingSlot = slots.find(listener);
		if (existingSlot == null) return true;
		if (existingSlot.once != once)
			throw "You cannot addOnce() then add() the same listener without removing the relationship first.";
		return false;
	}
	function createSlot(listener:TListener, ?once:Bool=false, ?priority:Int=0):TSlot return null;
	function get_numListeners() return slots.length;
}

class Signal0 extends Signal<Slot0, Void -> Void> {
	public function new() super();
	public function dispatch() {
		var slotsToProcess = slots;
		while (slotsToProcess.nonEmpty) {
			slotsToProcess.head.execute();
			slotsToProcess = slotsToProcess.tail;
		}
	}
	override function createSlot(listener:Void -> Void, ?once:Bool=false, ?priority:Int=0) return new Slot0(this, listener, once, priority);
}

class Signal1<TValue> extends Signal<Slot1<TValue>, TValue -> Void> {
	public function new(?type:Dynamic=null) super([type]);
	public function dispatch(value:TValue) {
		var slotsToProcess = slots;
		while (slotsToProcess.nonEmpty) {
			slotsToProcess.head.execute(value);
			slotsToProcess = slotsToProcess.tail;
		}
	}
	override function createSlot(listener:TValue -> Void, ?once:Bool=false, ?priority:Int=0)
		return new Slot1<TValue>(this, listener, once, priority);
}

class Signal2<TValue1, TValue2> extends Signal<Slot2<TValue1, TValue2>, TValue1 -> TValue2 -> Void> {
	public function new(?type1:Dynamic=null, ?type2:Dynamic=null) super([type1, type2]);
	public function dispatch(value1:TValue1, value2:TValue2) {
		var slotsToProcess = slots;
		while (slotsToProcess.nonEmpty) {
			slotsToProcess.head.execute(value1, value2);
			slotsToProcess = slotsToProcess.tail;
		}
	}
	override function createSlot(listener:TValue1 -> TValue2 -> Void, ?once:Bool=false, ?priority:Int=0)
		return new Slot2<TValue1, TValue2>(this, listener, once, priority);
}
