// expect: Zips.hx:25: false true true true
// expect: Zips.hx:25: true true true true
// expect: Zips.hx:25: true true true true
// expect: Zips.hx:25: true true true true
// expect: Zips.hx:28: 0
// expect: Zips.hx:29: 78da4b4c84010014e103cb
// expect: Zips.hx:45: true true
// expect: Zips.hx:50: dir/file0.txt 1000 true 2020-01-03 04:05:06
// expect: Zips.hx:52: 1000 true
// expect: Zips.hx:50: dir/file1.txt 1001 false 2020-02-03 04:05:06
// expect: Zips.hx:52: 1001 true
// expect: Zips.hx:50: dir/file2.txt 1002 false 2020-03-03 04:05:06
// expect: Zips.hx:52: 1002 true
import haxe.io.*;
import haxe.zip.*;

class Zips {
	static function main() {
		var text = new StringBuf();
		for (i in 0...500)
			text.add("line " + i % 17 + "\n");
		var plain = Bytes.ofString(text.toString());
		for (level in [0, 1, 6, 9]) {
			var packed = Compress.run(plain, level);
			trace((packed.length < plain.length) + " " + (Uncompress.run(packed).compare(plain) == 0) + " " + (Uncompress.run(packed, 100).compare(plain) == 0) + " "
				+ (InflateImpl.run(new BytesInput(packed)).compare(plain) == 0));
		}
		trace(Uncompress.run(Compress.run(Bytes.alloc(0), 9)).length);
		trace(Compress.run(Bytes.ofString("aaaaaaaaaa"), 9).toHex());

		var entries = new haxe.ds.List<Entry>();
		for (i in 0...3) {
			var data = plain.sub(i * 10, 1000 + i);
			entries.add({
				fileName: 'dir/file$i.txt',
				fileSize: data.length,
				fileTime: new Date(2020, i, 3, 4, 5, 6),
				compressed: false,
				dataSize: data.length,
				data: data,
				crc32: haxe.crypto.Crc32.make(data)
			});
		}
		Tools.compress(entries.first(), 9);
		trace(entries.first().compressed + " " + (entries.first().dataSize < entries.first().fileSize));
		var out = new BytesOutput();
		new Writer(out).write(entries);
		var archive = out.getBytes();
		for (entry in Reader.readZip(new BytesInput(archive))) {
			trace(entry.fileName + " " + entry.fileSize + " " + entry.compressed + " " + entry.fileTime);
			var data = Reader.unzip(entry);
			trace(data.length + " " + (haxe.crypto.Crc32.make(data) == entry.crc32));
		}
	}
}
