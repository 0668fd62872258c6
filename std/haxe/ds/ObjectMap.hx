package haxe.ds;

/** Map with objects as keys, compared by identity. Keys come in the order of their insertion. **/
class ObjectMap<K:{}, V> implements haxe.Constraints.IMap<K, V> {
	var entries:{};

	public function new():Void {
		entries = make();
	}

	public inline function set(key:K, value:V):Void {
		put(entries, key, value);
	}

	public inline function get(key:K):Null<V> {
		return find(entries, key);
	}

	public inline function exists(key:K):Bool {
		return has(entries, key);
	}

	public inline function remove(key:K):Bool {
		return drop(entries, key);
	}

	public function keys():Iterator<K> {
		return new ObjectMapKeys<K>(entries);
	}

	public function iterator():Iterator<V> {
		return new ObjectMapValues<V>(entries);
	}

	public function keyValueIterator():KeyValueIterator<K, V> {
		return new haxe.iterators.MapKeyValueIterator(this);
	}

	public function copy():ObjectMap<K, V> {
		var result = new ObjectMap<K, V>();
		result.entries = duplicate(entries);
		return result;
	}

	public function toString():String {
		var text = new StringBuf(), first = true;
		text.add("{");
		for (key in keys()) {
			if (!first)
				text.add(", ");
			first = false;
			text.add(Std.string(key));
			text.add(" => ");
			text.add(Std.string(get(key)));
		}
		text.add("}");
		return text.toString();
	}

	public inline function clear():Void {
		empty(entries);
	}

	@:molt.native("molt_objectmap_new")
	static extern function make():{};

	@:molt.native("molt_objectmap_set")
	static extern function put(entries:{}, key:Dynamic, value:Dynamic):Void;

	@:molt.native("molt_objectmap_get")
	static extern function find(entries:{}, key:Dynamic):Dynamic;

	@:molt.native("molt_objectmap_exists")
	static extern function has(entries:{}, key:Dynamic):Bool;

	@:molt.native("molt_objectmap_remove")
	static extern function drop(entries:{}, key:Dynamic):Bool;

	@:molt.native("molt_objectmap_copy")
	static extern function duplicate(entries:{}):{};

	@:molt.native("molt_objectmap_clear")
	static extern function empty(entries:{}):Void;
}

private class ObjectMapKeys<T> {
	var entries:{};
	var at:Int;

	public function new(entries:{}) {
		this.entries = entries;
		at = after(entries, -1);
	}

	public function hasNext():Bool {
		return at >= 0;
	}

	public function next():T {
		var value:Dynamic = key(entries, at);
		at = after(entries, at);
		return value;
	}

	@:molt.native("molt_map_next")
	static extern function after(entries:{}, at:Int):Int;

	@:molt.native("molt_map_key")
	static extern function key(entries:{}, at:Int):Dynamic;
}

private class ObjectMapValues<T> {
	var entries:{};
	var at:Int;

	public function new(entries:{}) {
		this.entries = entries;
		at = after(entries, -1);
	}

	public function hasNext():Bool {
		return at >= 0;
	}

	public function next():T {
		var value:Dynamic = read(entries, at);
		at = after(entries, at);
		return value;
	}

	@:molt.native("molt_map_next")
	static extern function after(entries:{}, at:Int):Int;

	@:molt.native("molt_map_value")
	static extern function read(entries:{}, at:Int):Dynamic;
}
