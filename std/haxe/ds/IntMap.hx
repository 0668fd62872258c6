package haxe.ds;

/** Map with keys of type Int. Keys come in the order of their insertion. **/
class IntMap<T> implements haxe.Constraints.IMap<Int, T> {
	var entries:{};

	public function new():Void {
		entries = make();
	}

	public inline function set(key:Int, value:T):Void {
		put(entries, key, value);
	}

	public inline function get(key:Int):Null<T> {
		return find(entries, key);
	}

	public inline function exists(key:Int):Bool {
		return has(entries, key);
	}

	public inline function remove(key:Int):Bool {
		return drop(entries, key);
	}

	public function keys():Iterator<Int> {
		return new IntMapKeys<Int>(entries);
	}

	public function iterator():Iterator<T> {
		return new IntMapValues<T>(entries);
	}

	public function keyValueIterator():KeyValueIterator<Int, T> {
		return new haxe.iterators.MapKeyValueIterator(this);
	}

	public function copy():IntMap<T> {
		var result = new IntMap<T>();
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

	@:molt.native("molt_intmap_new")
	static extern function make():{};

	@:molt.native("molt_intmap_set")
	static extern function put(entries:{}, key:Int, value:Dynamic):Void;

	@:molt.native("molt_intmap_get")
	static extern function find(entries:{}, key:Int):Dynamic;

	@:molt.native("molt_intmap_exists")
	static extern function has(entries:{}, key:Int):Bool;

	@:molt.native("molt_intmap_remove")
	static extern function drop(entries:{}, key:Int):Bool;

	@:molt.native("molt_intmap_copy")
	static extern function duplicate(entries:{}):{};

	@:molt.native("molt_intmap_clear")
	static extern function empty(entries:{}):Void;
}

private class IntMapKeys<T> {
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

private class IntMapValues<T> {
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
