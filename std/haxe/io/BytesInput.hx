package haxe.io;

/** Bytes as a stream. **/
class BytesInput extends Input {
	/** Where the next byte is read; kept inside when it is set. **/
	public var position(get, set):Int;

	/** Bytes that can be read in all. **/
	public var length(get, never):Int;

	var b:BytesData;
	var pos:Int;
	var len:Int;
	var totlen:Int;

	public function new(b:Bytes, ?pos:Int, ?len:Int) {
		var start = pos == null ? 0 : pos;
		var count = len == null ? b.length - start : len;
		if (start < 0 || count < 0 || count > b.length - start)
			throw Error.OutsideBounds;
		this.b = b.getData();
		this.pos = start;
		this.len = totlen = count;
	}

	inline function get_position():Int {
		return pos;
	}

	inline function get_length():Int {
		return totlen;
	}

	function set_position(p:Int):Int {
		if (p < 0)
			p = 0;
		else if (p > totlen)
			p = totlen;
		len = totlen - p;
		return pos = p;
	}

	override function readByte():Int {
		if (len == 0)
			throw new Eof();
		len--;
		return b[pos++];
	}

	override function readBytes(buf:Bytes, pos:Int, len:Int):Int {
		if (pos < 0 || len < 0 || len > buf.length - pos)
			throw Error.OutsideBounds;
		if (this.len == 0 && len > 0)
			throw new Eof();
		if (len > this.len)
			len = this.len;
		buf.blit(pos, Bytes.ofData(b), this.pos, len);
		this.pos += len;
		this.len -= len;
		return len;
	}
}
