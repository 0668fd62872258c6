/** A growing list of elements. Reading outside of it gives the type's default, writing past the end grows it. **/
final class Array<T> {
	/** Number of elements. **/
	public var length(default, null):Int;

	/** An empty array. **/
	public function new() {}

	/** A new array: the elements of this one, then those of `a`. **/
	@:molt.native("molt_array_concat")
	public function concat(a:Array<T>):Array<T>;

	/** All elements as text with `sep` between them. **/
	@:molt.native("molt_array_join")
	public function join(sep:String):String;

	/** Takes the last element out; null when there is none. **/
	@:molt.native("molt_array_pop")
	public function pop():Null<T>;

	/** Appends `x`; the new length. **/
	@:molt.native("molt_array_push_w")
	public function push(x:T):Int;

	/** Reverses the order of the elements in place. **/
	@:molt.native("molt_array_reverse")
	public function reverse():Void;

	/** Takes the first element out; null when there is none. **/
	@:molt.native("molt_array_shift")
	public function shift():Null<T>;

	/** A copy of the elements from `pos` up to, not including, `end`; negative positions count from the end. **/
	@:molt.native("molt_array_slice")
	public function slice(pos:Int, ?end:Int):Array<T>;

	/** Sorts in place by `f`, which is negative when its first argument comes first. Equal elements keep their order. **/
	@:molt.perType
	public function sort(f:T->T->Int):Void {
		var count = length;
		if (count < 2)
			return;
		// Insertion sort of short runs, then merging from one array into the other.
		var run = 8, start = 0;
		while (start < count) {
			var end = start + run < count ? start + run : count;
			var i = start + 1;
			while (i < end) {
				var x = this[i], k = i - 1;
				while (k >= start && f(this[k], x) > 0) {
					this[k + 1] = this[k];
					k--;
				}
				this[k + 1] = x;
				i++;
			}
			start = end;
		}
		var from = this, into = copy();
		while (run < count) {
			var at = 0;
			while (at < count) {
				var middle = at + run < count ? at + run : count;
				var end = middle + run < count ? middle + run : count;
				var left = at, right = middle, to = at;
				while (left < middle && right < end) {
					if (f(from[left], from[right]) <= 0)
						into[to++] = from[left++];
					else
						into[to++] = from[right++];
				}
				while (left < middle)
					into[to++] = from[left++];
				while (right < end)
					into[to++] = from[right++];
				at = end;
			}
			var other = from;
			from = into;
			into = other;
			run *= 2;
		}
		if (from != this) {
			for (i in 0...count)
				this[i] = from[i];
		}
	}

	/** Takes `len` elements from `pos` on out and returns them. **/
	@:molt.native("molt_array_splice")
	public function splice(pos:Int, len:Int):Array<T>;

	/** As literal: `[1,2]`. **/
	@:molt.native("molt_array_to_string")
	public function toString():String;

	/** Puts `x` in front. **/
	@:molt.native("molt_array_unshift")
	public function unshift(x:T):Void;

	/** Puts `x` in front of the element at `pos`; negative positions count from the end. **/
	@:molt.native("molt_array_insert")
	public function insert(pos:Int, x:T):Void;

	/** Removes the first element that equals `x`; false when there is none. **/
	@:molt.native("molt_array_remove")
	public function remove(x:T):Bool;

	/** Does any element equal `x`? **/
	@:molt.native("molt_array_contains")
	public function contains(x:T):Bool;

	/** Position of the first element that equals `x`, -1 if none does. **/
	@:molt.native("molt_array_index_of")
	public function indexOf(x:T, ?fromIndex:Int):Int;

	/** Position of the last element that equals `x`, -1 if none does. **/
	@:molt.native("molt_array_last_index_of")
	public function lastIndexOf(x:T, ?fromIndex:Int):Int;

	/** A new array with the same elements. **/
	@:molt.native("molt_array_copy")
	public function copy():Array<T>;

	/** Its elements, one after the other. **/
	public inline function iterator():haxe.iterators.ArrayIterator<T> {
		return new haxe.iterators.ArrayIterator(this);
	}

	/** Its elements with their positions. **/
	public inline function keyValueIterator():haxe.iterators.ArrayKeyValueIterator<T> {
		return new haxe.iterators.ArrayKeyValueIterator(this);
	}

	/** A new array of what `f` makes of each element. **/
	public inline function map<S>(f:T->S):Array<S> {
		var result:Array<S> = [];
		for (x in this)
			result.push(f(x));
		return result;
	}

	/** A new array of the elements for which `f` is true. **/
	public inline function filter(f:T->Bool):Array<T> {
		var result:Array<T> = [];
		for (x in this)
			if (f(x))
				result.push(x);
		return result;
	}

	/** Cuts off what is behind `len` elements, or fills up with the type's default. **/
	@:molt.native("molt_array_resize")
	public function resize(len:Int):Void;
}
