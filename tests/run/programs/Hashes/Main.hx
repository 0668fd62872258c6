// expect: 811C9DC5 087FCD5C 00000000 00000001 d41d8cd98f00b204e9800998ecf8427e da39a3ee5e6b e3b0c44298fc d14a028c2a3a
// expect:   
// expect: E40C292C B2E5A263 E8B7BE43 00620062 0cc175b9c0f1b6a831c399e269772661 86f7e437faa5 ca978112ca1b abd37534c7d9
// expect: YQ== YQ a
// expect: 4F9F2CAB E2DBD2E1 3610A686 062C0215 5d41402abc4b2a76b9719d911017c592 aaf4c61ddcc5 2cf24dba5fb0 ea09ae9cc676
// expect: aGVsbG8= aGVsbG8 hello
// expect: 048FFF90 347CA102 414FA339 5BDC0FDA 9e107d9d372bb6826bd81d3542a419d6 2fd4e1c67a2d d7a8fbb307d7 730e109bd7a8
// expect: VGhlIHF1aWNrIGJyb3duIGZveCBqdW1wcyBvdmVyIHRoZSBsYXp5IGRvZw== VGhlIHF1aWNrIGJyb3duIGZveCBqdW1wcyBvdmVyIHRoZSBsYXp5IGRvZw The quick brown fox jumps over the lazy dog
// expect: 3A5F86C4 F3BAE4D2 EE536D4F 40B5082C 3aba1c685a6b6de52d2c4f0a7576620f 3412cda19305 1b50e83a025e 49a0aee45d7a
// expect: w7xuw6/Com9kZSDigqw= w7xuw6_Com9kZSDigqw ünï¢ode €
// expect: 4648317629189341314 292894560714238083 3504538502614900754
// expect: A15C02B7 7B47F409 BA1D3330 83D2F293
// expect: D091BB5C 22AE9EF6 E7E1FAEE D5C31F79
// expect: 497DF3D0 72612CB5
// expect: bbf316e8d940af0ad3
// expect: Plaintext
// expect: 2d93cbc1be167bcb 18e3548c59ad40dd03907b7aeee71d67
// expect: -9223372036854775808 9223372036854775 807 49 -4 15
// expect: true true 1 -1 7 true 7
// expect: Overflow
// expect: 1000000000000000 true -7
// expect: 4294967295 15 2147483647.5 true 5 0 4294967295
import haxe.Int32;
import haxe.Int64;
import haxe.io.Bytes;
import haxe.crypto.*;
using haxe.Int64;

class Fnv { public static function h32(b:Bytes):Int { var h:Int = 0x811c9dc5; for (i in 0...b.length) { h ^= b.get(i); h = h * 0x01000193; } return h; } }
class Murmur {
	public static function hash(b:Bytes, seed = 0):Int32 {
		var h:Int32 = seed, c1:Int32 = 0xcc9e2d51, c2:Int32 = 0x1b873593, i = 0;
		inline function rotl(x:Int32, r:Int):Int32 return (x << r) | (x >>> (32 - r));
		while (i + 4 <= b.length) {
			var k:Int32 = b.getInt32(i);
			k *= c1; k = rotl(k, 15); k *= c2;
			h ^= k; h = rotl(h, 13); h = h * 5 + 0xe6546b64;
			i += 4;
		}
		var k:Int32 = 0;
		switch (b.length & 3) {
			case 3: k ^= b.get(i + 2) << 16; k ^= b.get(i + 1) << 8; k ^= b.get(i);
			case 2: k ^= b.get(i + 1) << 8; k ^= b.get(i);
			case 1: k ^= b.get(i);
		}
		k *= c1; k = rotl(k, 15); k *= c2; h ^= k;
		h ^= b.length;
		h ^= h >>> 16; h *= 0x85ebca6b; h ^= h >>> 13; h *= 0xc2b2ae35; h ^= h >>> 16;
		return h;
	}
}
class Xorshift64 { var s:Int64; public function new(hi:Int, lo:Int) s = Int64.make(hi, lo);
	public function next():Int64 { s ^= s << 13; s ^= s >>> 7; s ^= s << 17; return s; } }
class Pcg { var state:Int64; var inc:Int64;
	public function new(seed:Int, seq:Int) { inc = (Int64.ofInt(seq) << 1) | 1; state = 0; next(); state += seed; next(); }
	public function next():Int { var old = state; state = old * Int64.make(0x5851f42d, 0x4c957f2d) + inc; var xs = Int64.getLow(((old >>> 18) ^ old) >>> 27), rot = Int64.getLow(old >>> 59); return (xs >>> rot) | (xs << ((-rot) & 31)); } }
class MT { var mt = new haxe.ds.Vector<Int>(624); var i = 624;
	public function new(seed:Int) { mt[0] = seed; for (k in 1...624) mt[k] = 1812433253 * (mt[k - 1] ^ (mt[k - 1] >>> 30)) + k; }
	public function next():Int {
		if (i >= 624) { for (k in 0...624) { var y = (mt[k] & 0x80000000) | (mt[(k + 1) % 624] & 0x7fffffff); mt[k] = mt[(k + 397) % 624] ^ (y >>> 1) ^ (y & 1 == 1 ? 0x9908b0df : 0); } i = 0; }
		var y = mt[i++]; y ^= y >>> 11; y ^= (y << 7) & 0x9d2c5680; y ^= (y << 15) & 0xefc60000; return y ^ (y >>> 18);
	} }
class Xtea {
	public static function block(v0:Int32, v1:Int32, key:Array<Int>, rounds = 32):Array<Int32> {
		var sum:Int32 = 0; final delta:Int32 = 0x9E3779B9;
		for (_ in 0...rounds) {
			v0 += (((v1 << 4) ^ (v1 >>> 5)) + v1) ^ (sum + key[sum & 3]);
			sum += delta;
			v1 += (((v0 << 4) ^ (v0 >>> 5)) + v0) ^ (sum + key[(sum >>> 11) & 3]);
		}
		return [v0, v1];
	}
}
class Rc4 { var s = [for (i in 0...256) i]; var i = 0; var j = 0;
	public function new(key:String) { var j = 0; for (i in 0...256) { j = (j + s[i] + StringTools.fastCodeAt(key, i % key.length)) & 255; swap(i, j); } }
	inline function swap(a:Int, b:Int) { var t = s[a]; s[a] = s[b]; s[b] = t; }
	public function crypt(b:Bytes):Bytes { var o = Bytes.alloc(b.length); for (k in 0...b.length) { i = (i + 1) & 255; j = (j + s[i]) & 255; swap(i, j); o.set(k, b.get(k) ^ s[(s[i] + s[j]) & 255]); } return o; } }
class Main {
	static inline function hex(i:Int) return StringTools.hex(i, 8);
	static function main() {
		for (s in ["", "a", "hello", "The quick brown fox jumps over the lazy dog", "ünï¢ode €"]) {
			var b = Bytes.ofString(s);
			Sys.println([hex(Fnv.h32(b)), hex(Murmur.hash(b, 42)), hex(Crc32.make(b)), hex(Adler32.make(b)), Md5.encode(s), Sha1.encode(s).substr(0, 12), Sha256.encode(s).substr(0, 12), Sha224.encode(s).substr(0, 12)].join(" "));
			Sys.println(Base64.encode(b) + " " + Base64.urlEncode(b) + " " + Base64.decode(Base64.encode(b)).toString());
		}
		var x = new Xorshift64(1, 2);
		Sys.println([for (_ in 0...3) x.next().toStr()].join(" "));
		var p = new Pcg(42, 54);
		Sys.println([for (_ in 0...4) hex(p.next())].join(" "));
		var m = new MT(5489);
		Sys.println([for (_ in 0...4) hex(m.next())].join(" "));
		Sys.println([for (v in Xtea.block(0x41424344, 0x45464748, [0x00010203, 0x04050607, 0x08090a0b, 0x0c0d0e0f])) hex(v)].join(" "));
		Sys.println(new Rc4("Key").crypt(Bytes.ofString("Plaintext")).toHex());
		Sys.println(new Rc4("Key").crypt(new Rc4("Key").crypt(Bytes.ofString("Plaintext"))).toString());
		Sys.println(new Hmac(SHA256).make(Bytes.ofString("key"), Bytes.ofString("msg")).toHex().substr(0, 16) + " " + new Hmac(MD5).make(Bytes.ofString("key"), Bytes.ofString("msg")).toHex());
		var a:Int64 = Int64.parseString("9223372036854775807"), b = Int64.ofInt(-7);
		Sys.println((a + 1).toStr() + " " + (a / 1000).toStr() + " " + (a % 1000).toStr() + " " + (b * b).toStr() + " " + (b >> 1).toStr() + " " + (b >>> 60).toStr());
		Sys.println((a > b) + " " + (b == -7) + " " + a.compare(b) + " " + a.ucompare(b) + " " + Int64.divMod(a, 10).modulus.toInt() + " " + b.isNeg() + " " + (-b).toInt());
		try (a : Int64).toInt() catch (e:Dynamic) Sys.println(e);
		Sys.println(Int64.fromFloat(1e15).toStr() + " " + Int64.isInt64(a) + " " + '$b');
		var u:UInt = -1;
		Sys.println(u + " " + (u >> 28) + " " + (u / 2) + " " + (u > 5) + " " + (u % 10) + " " + (u + 1) + " " + Std.string(u));
	}
}
