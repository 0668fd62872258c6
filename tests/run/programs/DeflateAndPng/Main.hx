// expect: empty: 0 -> 8 true crc C36C0B3C
// expect: one: 1 -> 9 true crc E02FA872
// expect: text: 948 -> 161 true crc 89CF74D8
// expect: random: 500 -> 532 true crc 36761368
// expect: zeros: 2000 -> 22 true crc 8578A43F
// expect: 877 70dcde2ddae0db07dd5bcf94d858799c
// expect: 89504e470d0a1a0a0000000d494844520000001000000010
// expect: e5a426a4a3ce2828d207fccc513fa9f51ecbf8ef
// expect: iVBORw0KGgoAAAANSUhEUgAAABA=
import haxe.io.Bytes;
import haxe.io.BytesBuffer;
import haxe.io.BytesOutput;
import haxe.crypto.Adler32;
import haxe.crypto.Crc32;

class BitWriter {
	var out = new BytesBuffer();
	var acc = 0;
	var n = 0;
	public function new() {}
	public inline function bits(v:Int, count:Int) { for (i in 0...count) bit((v >> i) & 1); }
	public inline function code(v:Int, count:Int) { var i = count; while (--i >= 0) bit((v >> i) & 1); }
	public function bit(b:Int) { acc |= b << n; if (++n == 8) { out.addByte(acc); acc = n = 0; } }
	public function finish():Bytes { if (n > 0) out.addByte(acc); return out.getBytes(); }
}
class Deflate {
	static final LEN_BASE = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
	static final LEN_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
	static final DIST_BASE = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
	static final DIST_EXTRA = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
	static function lit(w:BitWriter, s:Int) {
		if (s < 144) w.code(0x30 + s, 8);
		else if (s < 256) w.code(0x190 + s - 144, 9);
		else if (s < 280) w.code(s - 256, 7);
		else w.code(0xC0 + s - 280, 8);
	}
	static inline function hash(b:Bytes, i:Int):Int return ((b.get(i) << 10) ^ (b.get(i + 1) << 5) ^ b.get(i + 2)) & 0x7fff;
	public static function compress(data:Bytes):Bytes {
		var w = new BitWriter();
		w.bits(1, 1);
		w.bits(1, 2);
		var head = new haxe.ds.Vector<Int>(0x8000), prev = new haxe.ds.Vector<Int>(data.length + 1);
		for (i in 0...head.length) head[i] = -1;
		var i = 0, matches = 0;
		while (i < data.length) {
			var best = 0, dist = 0;
			if (i + 2 < data.length) {
				var h = hash(data, i), p = head[h], tries = 32;
				while (p >= 0 && i - p <= 32768 && tries-- > 0) {
					var l = 0;
					while (l < 258 && i + l < data.length && data.get(p + l) == data.get(i + l)) l++;
					if (l > best) { best = l; dist = i - p; }
					p = prev[p];
				}
			}
			var step = 1;
			if (best >= 3) {
				var k = LEN_BASE.length - 1;
				while (LEN_BASE[k] > best) k--;
				lit(w, 257 + k);
				w.bits(best - LEN_BASE[k], LEN_EXTRA[k]);
				k = DIST_BASE.length - 1;
				while (DIST_BASE[k] > dist) k--;
				w.code(k, 5);
				w.bits(dist - DIST_BASE[k], DIST_EXTRA[k]);
				step = best;
				matches++;
			} else lit(w, data.get(i));
			for (k in 0...step) if (i + k + 2 < data.length) { var h = hash(data, i + k); prev[i + k] = head[h]; head[h] = i + k; }
			i += step;
		}
		lit(w, 256);
		return w.finish();
	}
	public static function zlib(data:Bytes):Bytes {
		var o = new BytesOutput();
		o.bigEndian = true;
		o.writeByte(0x78);
		o.writeByte(0x9c);
		o.write(compress(data));
		o.writeInt32(Adler32.make(data));
		return o.getBytes();
	}
}
class Png {
	static function chunk(o:haxe.io.Output, type:String, data:Bytes) {
		o.writeInt32(data.length);
		var t = Bytes.ofString(type), all = Bytes.alloc(4 + data.length);
		all.blit(0, t, 0, 4);
		all.blit(4, data, 0, data.length);
		o.write(all);
		o.writeInt32(Crc32.make(all));
	}
	public static function encode(w:Int, h:Int, pixel:(x:Int, y:Int) -> Int):Bytes {
		var raw = new BytesBuffer();
		for (y in 0...h) {
			raw.addByte(0);
			for (x in 0...w) { var p = pixel(x, y); raw.addByte(p >> 16 & 0xFF); raw.addByte(p >> 8 & 0xFF); raw.addByte(p & 0xFF); }
		}
		var o = new BytesOutput();
		o.bigEndian = true;
		for (b in [137, 80, 78, 71, 13, 10, 26, 10]) o.writeByte(b);
		var hd = new BytesOutput();
		hd.bigEndian = true;
		hd.writeInt32(w); hd.writeInt32(h);
		for (b in [8, 2, 0, 0, 0]) hd.writeByte(b);
		chunk(o, "IHDR", hd.getBytes());
		chunk(o, "IDAT", Deflate.zlib(raw.getBytes()));
		chunk(o, "IEND", Bytes.alloc(0));
		return o.getBytes();
	}
}
class Main {
	static function roundtrip(name:String, b:Bytes) {
		var z = Deflate.zlib(b);
		var i = new haxe.io.BytesInput(z);
		var back = haxe.zip.InflateImpl.run(i);
		Sys.println('$name: ${b.length} -> ${z.length} ${back.compare(b) == 0} crc ${StringTools.hex(Crc32.make(z), 8)}');
	}
	static function main() {
		roundtrip("empty", Bytes.alloc(0));
		roundtrip("one", Bytes.ofString("a"));
		roundtrip("text", Bytes.ofString([for (i in 0...40) "the quick brown fox " + i].join("; ")));
		var rnd = Bytes.alloc(500), s = 1;
		for (i in 0...500) { s = s * 1103515245 + 12345; rnd.set(i, s >> 16); }
		roundtrip("random", rnd);
		roundtrip("zeros", Bytes.alloc(2000));
		var png = Png.encode(16, 16, (x, y) -> (x * 16) << 16 | (y * 16) << 8 | ((x ^ y) & 1) * 255);
		Sys.println(png.length + " " + haxe.crypto.Md5.make(png).toHex());
		Sys.println(png.sub(0, 24).toHex());
		Sys.println(haxe.crypto.Sha1.make(png).toHex());
		Sys.println(haxe.crypto.Base64.encode(png.sub(0, 20)));
	}
}
