package haxe.ds;

import molt.Native.NativeStringMap;

/** Values by String keys. Entries keep the order in which their keys came. **/
class StringMap<T> implements haxe.Constraints.IMap<String, T> {
	var entries:NativeStringMap;

	public function new() {
		entries = new NativeStringMap();
	}

	/** Maps `key` to `value`, whatever it was mapped to before. **/
	public inline function set(key:String, value:T):Void {
		entries.set(key, value);
	}

	/** What `key` is mapped to; null when it is not in the map. **/
	public inline function get(key:String):Null<T> {
		return entries.get(key);
	}

	public inline function exists(key:String):Bool {
		return entries.exists(key);
	}

	/** Takes `key` out; false when it was not in the map. **/
	public inline function remove(key:String):Bool {
		return entries.remove(key);
	}

	/** The keys that are in the map now. **/
	public function keys():Iterator<String> {
		return entries.keys().iterator();
	}

	/** The values that are in the map now. **/
	public function iterator():Iterator<T> {
		var values:Array<T> = cast entries.values();
		return values.iterator();
	}

	public function keyValueIterator():KeyValueIterator<String, T> {
		return new haxe.iterators.MapKeyValueIterator(this);
	}

	/** A new map with the same keys and values. **/
	public function copy():StringMap<T> {
		var other = new StringMap<T>();
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
