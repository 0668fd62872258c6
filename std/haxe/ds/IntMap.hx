package haxe.ds;

import molt.Native.NativeIntMap;

/** Values by Int keys. Entries keep the order in which their keys came. **/
class IntMap<T> implements haxe.Constraints.IMap<Int, T> {
	var entries:NativeIntMap;

	public function new() {
		entries = new NativeIntMap();
	}

	/** Maps `key` to `value`, whatever it was mapped to before. **/
	public inline function set(key:Int, value:T):Void {
		entries.set(key, value);
	}

	/** What `key` is mapped to; null when it is not in the map. **/
	public inline function get(key:Int):Null<T> {
		return entries.get(key);
	}

	public inline function exists(key:Int):Bool {
		return entries.exists(key);
	}

	/** Takes `key` out; false when it was not in the map. **/
	public inline function remove(key:Int):Bool {
		return entries.remove(key);
	}

	/** The keys that are in the map now. **/
	public function keys():Iterator<Int> {
		return entries.keys().iterator();
	}

	/** The values that are in the map now. **/
	public function iterator():Iterator<T> {
		var values:Array<T> = cast entries.values();
		return values.iterator();
	}

	public function keyValueIterator():KeyValueIterator<Int, T> {
		return new haxe.iterators.MapKeyValueIterator(this);
	}

	/** A new map with the same keys and values. **/
	public function copy():IntMap<T> {
		var other = new IntMap<T>();
		other.entries = entries.copy();
		return other;
	}

	/** As `{key => value,key => value}`. **/
	public function toString():String {
		var text = new StringBuf();
		text.add("{");
		var entry = -1, first = true;
		while ((entry = entries.next(entry)) >= 0) {
			if (!first)
				text.add(",");
			first = false;
			text.add(entries.keyAt(entry));
			text.add(" => ");
			text.add(entries.valueAt(entry));
		}
		text.add("}");
		return text.toString();
	}

	public function clear():Void {
		entries.clear();
	}
}
