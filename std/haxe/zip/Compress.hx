package haxe.zip;

import haxe.io.Bytes;
import molt.Native.NativeZip;

/** Compression by deflate, with zlib's head and checksum. **/
class Compress {
	final zip:NativeZip;
	var flush = FlushMode.NO;

	/** `level` from 0, none, to 9, the most. **/
	public function new(level:Int) {
		zip = NativeZip.make(false, level);
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

	/** All at once. **/
	public static function run(s:Bytes, level:Int):Bytes {
		var stream = new Compress(level);
		stream.setFlushMode(FINISH);
		var into = Bytes.alloc(stream.zip.bound(s.length));
		var result = stream.execute(s, 0, into, 0);
		stream.close();
		return into.sub(0, result.write);
	}
}
