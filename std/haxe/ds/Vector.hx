package haxe.ds;

/** What a Vector is inside. **/
typedef VectorData<T> = Array<T>;

/** A list of elements whose length does not change. **/
abstract Vector<T>(VectorData<T>) {
	public var length(get, never):Int;

	/** `length` elements of the type's default. **/
	public inline function new(length:Int) {
		this = new Array<T>();
		this.resize(length);
	}

	@:op([]) public inline function get(index:Int):T {
		return this[index];
	}

	@:op([]) public inline function set(index:Int, val:T):T {
		return this[index] = val;
	}

	inline function get_length():Int {
		return this.length;
	}

	/** Sets all elements. **/
	public inline function fill(value:T):Void {
		NativeVector.fill(this, value);
	}

	/** Copies `len` elements from `srcPos` of `src` to `destPos` of `dest`; the two may be one. **/
	public static inline function blit<T>(src:Vector<T>, srcPos:Int, dest:Vector<T>, destPos:Int, len:Int):Void {
		NativeVector.blit(src.toData(), srcPos, dest.toData(), destPos, len);
	}

	public inline function toArray():Array<T> {
		return this.copy();
	}

	/** What it is inside; not a copy. **/
	public inline function toData():VectorData<T> {
		return this;
	}

	public static inline function fromData<T>(data:VectorData<T>):Vector<T> {
		return cast data;
	}

	public static inline function fromArrayCopy<T>(array:Array<T>):Vector<T> {
		return fromData(array.copy());
	}

	public inline function copy<T>():Vector<T> {
		return cast this.copy();
	}

	/** All elements as text with `sep` between them. **/
	public inline function join<T>(sep:String):String {
		return this.join(sep);
	}

	/** A new vector of what `f` makes of each element. **/
	public inline function map<S>(f:T->S):Vector<S> {
		return fromData(this.map(f));
	}

	/** Sorts in place by `f`, which is negative when its first argument comes first. Equal elements keep their order. **/
	public inline function sort(f:T->T->Int):Void {
		this.sort(f);
	}
}

@:noCompletion
private class NativeVector {
	@:molt.native("molt_array_blit")
	public static function blit<T>(from:Array<T>, start:Int, to:Array<T>, at:Int, count:Int):Void;

	@:molt.native("molt_array_fill")
	public static function fill<T>(array:Array<T>, value:T):Void;
}
