package msignal;
import msignal.Slot;

@:generic
class Dummy<T> { public var v:T; public function new(v:T) this.v = v; }

class SlotList<TSlot:Slot<Dynamic, Dynamic>, TListener> {
	static public var NIL(get, null):SlotList<Dynamic, Dynamic>;
	static function get_NIL() {
		if (NIL == null) NIL = new SlotList<Dynamic, Dynamic>(null, null);
		return NIL;
	}
	public var head:TSlot;
	public var tail:SlotList<TSlot, TListener>;
	public var nonEmpty:Bool;
	public function new(head:TSlot, ?tail:SlotList<TSlot, TListener>=null) {
		nonEmpty = false;
		if (head == null && tail == null) {
			nonEmpty = false;
		} else if (head == null) {
			throw "Parameter head cannot be null.";
		} else {
			this.head = head;
			this.tail = (tail == null ? cast NIL : tail);
			nonEmpty = true;
		}
	}
	public var length(get, null):Int;
	function get_length() {
		if (!nonEmpty) return 0;
		if (tail == NIL) return 1;
		var result = 0;
		var p = this;
		while (p.nonEmpty) { ++result; p = p.tail; }
		return result;
	}
	public function prepend(slot:TSlot) return new SlotList<TSlot, TListener>(slot, this);
	public function append(slot:TSlot) {
		if (slot == null) return this;
		if (!nonEmpty) return new SlotList<TSlot, TListener>(slot);
		if (tail == NIL) return new SlotList<TSlot, TListener>(slot).prepend(head);
		var wholeClone = new SlotList<TSlot, TListener>(head);
		var subClone = wholeClone;
		var current = tail;
		while (current.nonEmpty) {
			subClone = subClone.tail = new SlotList<TSlot, TListener>(current.head);
			current = current.tail;
		}
		subClone.tail = new SlotList<TSlot, TListener>(slot);
		return wholeClone;
	}
	public function insertWithPriority(slot:TSlot) {
		if (!nonEmpty) return new SlotList<TSlot, TListener>(slot);
		var priority:Int = slot.priority;
		if (priority >= this.head.priority) return prepend(slot);
		var wholeClone = new SlotList<TSlot, TListener>(head);
		var subClone = wholeClone;
		var current = tail;
		while (current.nonEmpty) {
			if (priority > current.head.priority) {
				subClone.tail = current.prepend(slot);
				return wholeClone;
			}
			subClone = subClone.tail = new SlotList<TSlot, TListener>(current.head);
			current = current.tail;
		}
		subClone.tail = new SlotList<TSlot, TListener>(slot);
		return wholeClone;
	}
	public function filterNot(listener:TListener) {
		if (!nonEmpty || listener == null) return this;
		if (Reflect.compareMethods(head.listener, listener)) return tail;
		var wholeClone = new SlotList<TSlot, TListener>(head);
		var subClone = wholeClone;
		var current = tail;
		while (current.nonEmpty) {
			if (Reflect.compareMethods(current.head.listener, listener)) {
				subClone.tail = current.tail;
				return wholeClone;
			}
			subClone = subClone.tail = new SlotList<TSlot, TListener>(current.head);
			current = current.tail;
		}
		return this;
	}
	public function find(listener:TListener):TSlot {
		if (!nonEmpty) return null;
		var p = this;
		while (p.nonEmpty) {
			if (Reflect.compareMethods(p.head.listener, listener)) return p.head;
			p = p.tail;
		}
		return null;
	}
}
