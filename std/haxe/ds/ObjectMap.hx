package haxe.ds;

import molt.Native.NativeObjectMap;

/** Values by objects, which are told apart by identity. Entries keep the order in which their keys came. **/
class ObjectMap<K:{}, V> implements haxe.Constraints.IMap<K, V> {
	var entries:NativeObjectMap;

	public function new() {
		entries = new NativeObjectMap();
	}

	/** Maps `key` to `value`, whatever it was mapped to before. **/
	public inline function set(key:K, value:V):Void {
		entries.set(key, value);
	}

	/** What `key` is mapped to; null when it is not in the map. **/
	public inline function get(key:K):Null<V> {
		return entries.get(key);
	}

	public inline function exists(key:K):Bool {
		return entries.exists(key);
	}

	/** Takes `key` out; false when it was not in the map. **/
	public inline function remove(key:K):Bool {
		return entries.remove(key);
	}

	/** The keys that are in the map now. **/
	public function keys():Iterator<K> {
		return (cast entries.keys() : Array<K>).iterator();
	}

	/** The values that are in the map now. **/
	public function iterator():Iterator<V> {
		var values:Array<V> = cast entries.values();
		return values.iterator();
	}

	public function keyValueIterator():KeyValueIterator<K, V> {
		return new haxe.iterators.MapKeyValueIterator(this);
	}

	/** A new map with the same keys and values. **/
	public function copy():ObjectMap<K, V> {
		var other = new ObjectMap<K, V>();
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
