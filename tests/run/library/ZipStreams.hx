// expect: ZipStreams.hx:17: false 2000
// expect: ZipStreams.hx:21: true true
// expect: ZipStreams.hx:23: 0
// expect: ZipStreams.hx:27: true true 0
// expect: ZipStreams.hx:29: wrong
// expect: ZipStreams.hx:30: short
// expect: ZipStreams.hx:31: The stream is closed
// no oracle: a field of the result of Compress.execute is misspelt in the interpreter
import haxe.io.*;
import haxe.zip.*;

class ZipStreams {
	static function main() {
		var plain = Bytes.ofString(StringTools.lpad("", "some text ", 4000));
		var stream = new Compress(5), into = Bytes.alloc(4000), at = 0, written = 0;
		var first = stream.execute(plain.sub(0, 2000), 0, into, 0);
		trace(first.done + " " + first.read);
		written += first.write;
		stream.setFlushMode(FINISH);
		var rest = stream.execute(plain, 2000, into, written);
		trace(rest.done + " " + (rest.read == plain.length - 2000));
		stream.close();
		trace(Uncompress.run(into.sub(0, written + rest.write)).compare(plain));
		var raw = new Uncompress(-15), back = Bytes.alloc(plain.length + 5);
		var packed = Compress.run(plain, 9);
		var all = raw.execute(packed.sub(2, packed.length - 6), 0, back, 5);
		trace(all.done + " " + (all.write == plain.length) + " " + (back.sub(5, plain.length).compare(plain)));
		raw.close();
		try Uncompress.run(Bytes.ofString("this is not compressed")) catch (e:Dynamic) trace("wrong");
		try Uncompress.run(Compress.run(plain, 9).sub(0, 20)) catch (e:Dynamic) trace("short");
		try raw.execute(packed, 0, back, 0) catch (e:Dynamic) trace(e);
	}
}
