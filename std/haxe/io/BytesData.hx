package haxe.io;

import molt.Native.NativeBytes;

/** What Bytes are inside. **/
abstract BytesData(NativeBytes) from NativeBytes to NativeBytes {
	public var length(get, never):Int;

	/** `length` zeros. **/
	public inline function new(length:Int) {
		this = new NativeBytes(length);
	}

	inline function get_length():Int {
		return this.length();
	}

	@:op([]) inline function get(index:Int):Int {
		return this.get(index);
	}

	@:op([]) inline function set(index:Int, value:Int):Int {
		this.set(index, value);
		return value;
	}
}
