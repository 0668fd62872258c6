package haxe.zip;

import haxe.io.Bytes;
import haxe.io.BytesBuffer;
import molt.Native.NativeZip;

/** The reverse of Compress. **/
class Uncompress {
	final zip:NativeZip;
	var flush = FlushMode.NO;

	/** Negative `windowBits`: there is no head and no checksum. **/
	public function new(?windowBits:Int) {
		zip = NativeZip.make(true, windowBits == null ? 15 : windowBits);
	}

	/** As far as the source has bytes and the destination has room. **/
	public function execute(src:Bytes, srcPos:Int, dst:Bytes, dstPos:Int):{done:Bool, read:Int, write:Int} {
		var counts = [srcPos, dstPos];
		var done = zip.run(src.getData(), dst.getData(), counts, flush.getIndex());
		return {done: done, read: counts[0], write: counts[1]};
	}

	public function setFlushMode(f:FlushMode):Void {
		flush = f;
	}

	public function close():Void {
		zip.close();
	}

	/** All at once; throws when the end is missing. **/
	public static function run(src:Bytes, ?bufsize:Int):Bytes {
		var stream = new Uncompress(), all = new BytesBuffer(), part = Bytes.alloc(bufsize == null ? 1 << 16 : bufsize), at = 0, done = false;
		while (!done) {
			var result = stream.execute(src, at, part, 0);
			if (!result.done && result.read == 0 && result.write == 0)
				throw new haxe.io.Eof();
			at += result.read;
			all.addBytes(part, 0, result.write);
			done = result.done;
		}
		stream.close();
		return all.getBytes();
	}
}
