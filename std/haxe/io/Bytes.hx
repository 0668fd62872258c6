package haxe.io;

import molt.Native.NativeBytes;

/** A fixed number of bytes. Numbers of several bytes are little-endian. **/
class Bytes {
	public var length(default, null):Int;

	var b:NativeBytes;

	function new(length:Int, b:BytesData) {
		this.length = length;
		this.b = b;
	}

	static function outside():Void {
		throw Error.OutsideBounds;
	}

	inline function check(pos:Int, len:Int):Void {
		if (pos < 0 || len < 0 || len > length - pos)
			outside();
	}

	/** 0 when `pos` lies outside. **/
	public inline function get(pos:Int):Int {
		return b.get(pos);
	}

	/** Stores the low eight bits of `v`; nothing when `pos` lies outside. **/
	public inline function set(pos:Int, v:Int):Void {
		b.set(pos, v);
	}

	/** Copies `len` bytes from `srcpos` of `src` to `pos`; the two may be one. **/
	public function blit(pos:Int, src:Bytes, srcpos:Int, len:Int):Void {
		check(pos, len);
		src.check(srcpos, len);
		b.blit(pos, src.b, srcpos, len);
	}

	public function fill(pos:Int, len:Int, value:Int):Void {
		check(pos, len);
		b.fill(pos, len, value);
	}

	/** A copy of `len` bytes from `pos` on. **/
	public function sub(pos:Int, len:Int):Bytes {
		check(pos, len);
		return new Bytes(len, b.sub(pos, len));
	}

	/** Negative when these come first by their bytes, or else are fewer. **/
	public function compare(other:Bytes):Int {
		return b.compare(other.b);
	}

	public function getDouble(pos:Int):Float {
		check(pos, 8);
		return b.getDouble(pos);
	}

	public function getFloat(pos:Int):Float {
		check(pos, 4);
		return b.getFloat(pos);
	}

	public function setDouble(pos:Int, v:Float):Void {
		check(pos, 8);
		b.setDouble(pos, v);
	}

	public function setFloat(pos:Int, v:Float):Void {
		check(pos, 4);
		b.setFloat(pos, v);
	}

	public inline function getUInt16(pos:Int):Int {
		check(pos, 2);
		return b.getUInt16(pos);
	}

	public inline function setUInt16(pos:Int, v:Int):Void {
		check(pos, 2);
		b.setUInt16(pos, v);
	}

	public inline function getInt32(pos:Int):Int {
		check(pos, 4);
		return b.getInt32(pos);
	}

	public inline function getInt64(pos:Int):haxe.Int64 {
		return haxe.Int64.make(getInt32(pos + 4), getInt32(pos));
	}

	public inline function setInt32(pos:Int, v:Int):Void {
		check(pos, 4);
		b.setInt32(pos, v);
	}

	public inline function setInt64(pos:Int, v:haxe.Int64):Void {
		setInt32(pos, v.low);
		setInt32(pos + 4, v.high);
	}

	/** The text that `len` bytes from `pos` on stand for, in UTF-8 by default. **/
	public function getString(pos:Int, len:Int, ?encoding:Encoding):String {
		check(pos, len);
		return b.getString(pos, len, encoding == RawNative);
	}

	@:deprecated("readString is deprecated, use getString instead")
	@:noCompletion
	public inline function readString(pos:Int, len:Int):String {
		return getString(pos, len);
	}

	/** As text in UTF-8. **/
	public function toString():String {
		return b.getString(0, length, false);
	}

	public function toHex():String {
		var text = new StringBuf(), digits = "0123456789abcdef";
		for (i in 0...length) {
			var byte = get(i);
			text.addChar(StringTools.fastCodeAt(digits, byte >> 4));
			text.addChar(StringTools.fastCodeAt(digits, byte & 15));
		}
		return text.toString();
	}

	/** What these are inside; not a copy. **/
	public inline function getData():BytesData {
		return b;
	}

	/** `length` zeros. **/
	public static function alloc(length:Int):Bytes {
		return new Bytes(length, new BytesData(length));
	}

	/** The text in UTF-8 by default. **/
	@:pure
	public static function ofString(s:String, ?encoding:Encoding):Bytes {
		return ofData(NativeBytes.ofString(s, encoding == RawNative));
	}

	public static function ofData(b:BytesData):Bytes {
		return new Bytes(b.length, b);
	}

	/** From pairs of hexadecimal digits. **/
	public static function ofHex(s:String):Bytes {
		if (s.length & 1 != 0)
			throw "Not a hex string (odd number of digits)";
		var bytes = alloc(s.length >> 1);
		for (i in 0...bytes.length)
			bytes.set(i, digit(s, 2 * i) << 4 | digit(s, 2 * i + 1));
		return bytes;
	}

	/** What is no digit gives something. **/
	static inline function digit(s:String, at:Int):Int {
		var code = StringTools.fastCodeAt(s, at);
		return (code & 15) + ((code & 64) >> 6) * 9;
	}

	/** Without a test in the source; 0 outside. **/
	public inline static function fastGet(b:BytesData, pos:Int):Int {
		return b[pos];
	}
}
