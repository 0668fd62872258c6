package haxe.io;

import molt.Native.NativeBytes;

/** Bytes under construction. **/
class BytesBuffer {
	/** Bytes added so far. **/
	public var length(get, never):Int;

	var b:NativeBytes;
	var count:Int;

	public function new() {
		b = new NativeBytes(64);
	}

	inline function get_length():Int {
		return count;
	}

	/** Makes room for `more` bytes and counts them in; where they begin. **/
	inline function extend(more:Int):Int {
		var at = count;
		if (more > b.length() - at)
			grow(at + more);
		count = at + more;
		return at;
	}

	function grow(needed:Int):Void {
		var room = b.length() * 2;
		var larger = new NativeBytes(room < needed ? needed : room);
		larger.blit(0, b, 0, count);
		b = larger;
	}

	public inline function addByte(byte:Int):Void {
		var at = extend(1);
		b.set(at, byte);
	}

	public function add(src:Bytes):Void {
		addBytes(src, 0, src.length);
	}

	public function addString(v:String, ?encoding:Encoding):Void {
		add(Bytes.ofString(v, encoding));
	}

	public function addInt32(v:Int):Void {
		var at = extend(4);
		b.setInt32(at, v);
	}

	public function addInt64(v:haxe.Int64):Void {
		addInt32(v.low);
		addInt32(v.high);
	}

	public function addFloat(v:Float):Void {
		var at = extend(4);
		b.setFloat(at, v);
	}

	public function addDouble(v:Float):Void {
		var at = extend(8);
		b.setDouble(at, v);
	}

	public function addBytes(src:Bytes, pos:Int, len:Int):Void {
		if (pos < 0 || len < 0 || len > src.length - pos)
			throw Error.OutsideBounds;
		var at = extend(len);
		b.blit(at, src.getData(), pos, len);
	}

	/** A copy of all that was added. **/
	public function getBytes():Bytes {
		return Bytes.ofData(b.sub(0, count));
	}
}
