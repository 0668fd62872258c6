package molt;

import haxe.io.Bytes;
import haxe.io.Eof;
import haxe.io.Error;
import molt.Native.NativeFile;

/** What is written to a file of the system. Nothing is held back. **/
@:noCompletion
class FileOutputStream extends haxe.io.Output {
	final file:NativeFile;

	public function new(file:NativeFile) {
		this.file = file;
	}

	override function writeByte(c:Int):Void {
		file.writeByte(c);
	}

	override function writeBytes(s:Bytes, pos:Int, len:Int):Int {
		if (pos < 0 || len < 0 || len > s.length - pos)
			throw Error.OutsideBounds;
		return file.write(s.getData(), pos, len);
	}

	override function close():Void {
		file.close();
	}
}

/** What is read from a file of the system; some is read ahead where that cannot be noticed. **/
@:noCompletion
class FileInputStream extends haxe.io.Input {
	static var input:NativeFile;

	/** Standard input: one for all, for what was read ahead. **/
	public static function standard():NativeFile {
		if (input == null)
			input = NativeFile.standard(0);
		return input;
	}

	final file:NativeFile;

	public function new(file:NativeFile) {
		this.file = file;
	}

	override function readByte():Int {
		var byte = file.readByte();
		if (byte < 0)
			throw new Eof();
		return byte;
	}

	override function readBytes(s:Bytes, pos:Int, len:Int):Int {
		if (pos < 0 || len < 0 || len > s.length - pos)
			throw Error.OutsideBounds;
		var count = file.read(s.getData(), pos, len);
		if (count == 0 && len > 0)
			throw new Eof();
		return count;
	}

	override function close():Void {
		file.close();
	}
}
