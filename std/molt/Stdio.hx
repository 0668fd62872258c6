package molt;

import haxe.io.Bytes;
import haxe.io.BytesData;
import haxe.io.Eof;
import haxe.io.Error;

/** Standard output or error as a stream: what is written goes out at once. **/
@:noCompletion
class StdOutput extends haxe.io.Output {
	final descriptor:Int;

	public function new(descriptor:Int) {
		this.descriptor = descriptor;
	}

	override function writeByte(c:Int):Void {
		write_(descriptor, [c], 0, 1);
	}

	override function writeBytes(s:Bytes, pos:Int, len:Int):Int {
		if (pos < 0 || len < 0 || pos + len > s.length)
			throw Error.OutsideBounds;
		return write_(descriptor, s.getData(), pos, len);
	}

	/** Bytes written, which are all. **/
	@:molt.native("molt_sys_write_bytes")
	static function write_(descriptor:Int, data:BytesData, pos:Int, len:Int):Int;
}

/** Standard input as a stream. **/
@:noCompletion
class StdInput extends haxe.io.Input {
	public function new() {}

	override function readByte():Int {
		var one = [0];
		if (read_(0, one, 0, 1) == 0)
			throw new Eof();
		return one[0];
	}

	override function readBytes(s:Bytes, pos:Int, len:Int):Int {
		if (pos < 0 || len < 0 || pos + len > s.length)
			throw Error.OutsideBounds;
		var count = read_(0, s.getData(), pos, len);
		if (count == 0 && len > 0)
			throw new Eof();
		return count;
	}

	/** Number of bytes read, 0 at the end. **/
	@:molt.native("molt_sys_read_bytes")
	static function read_(descriptor:Int, data:BytesData, pos:Int, len:Int):Int;
}
