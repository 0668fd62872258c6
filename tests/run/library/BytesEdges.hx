// expect: BytesEdges.hx:67: getInt32 OutsideBounds
// expect: BytesEdges.hx:67: getUInt16 OutsideBounds
// expect: BytesEdges.hx:67: getUInt16 OutsideBounds
// expect: BytesEdges.hx:67: getDouble OutsideBounds
// expect: BytesEdges.hx:67: getFloat OutsideBounds
// expect: BytesEdges.hx:67: setInt32 OutsideBounds
// expect: BytesEdges.hx:67: setDouble OutsideBounds
// expect: BytesEdges.hx:67: fill OutsideBounds
// expect: BytesEdges.hx:65: fill passed
// expect: BytesEdges.hx:67: sub OutsideBounds
// expect: BytesEdges.hx:67: sub OutsideBounds
// expect: BytesEdges.hx:67: sub OutsideBounds
// expect: BytesEdges.hx:67: blit OutsideBounds
// expect: BytesEdges.hx:67: blit OutsideBounds
// expect: BytesEdges.hx:67: getString OutsideBounds
// expect: BytesEdges.hx:67: input OutsideBounds
// expect: BytesEdges.hx:67: addBytes OutsideBounds
// expect: BytesEdges.hx:67: writeBytes OutsideBounds
// expect: BytesEdges.hx:67: readBytes OutsideBounds
// expect: BytesEdges.hx:93: 0000ff80e282ac
// expect: BytesEdges.hx:95: 00ff80e282acac
// expect: BytesEdges.hx:98: [-1,1,-1,1,0,-1]
// expect: BytesEdges.hx:99: true
// expect: BytesEdges.hx:100: 610062e282acf09f9880 3
// expect: BytesEdges.hx:101: true
// expect: BytesEdges.hx:107: 02fffeff01000080 -2147483647 65534
// expect: BytesEdges.hx:109: 0000000000000080
// expect: BytesEdges.hx:112: 0000807f00000080 infinity
// expect: BytesEdges.hx:114: ffffffff00000080 -9223372032559808513
// expect: BytesEdges.hx:115: Not a hex string (odd number of digits)
// expect: BytesEdges.hx:116: abcdef
// expect: BytesEdges.hx:117: 128 7
// expect: BytesEdges.hx:119: 2 4 128 3 e282ac
// expect: BytesEdges.hx:122: 7
// expect: BytesEdges.hx:124: 0 00ff
// expect: BytesEdges.hx:125: end
// expect: BytesEdges.hx:65: read passed
// expect: BytesEdges.hx:126: 7
// expect: BytesEdges.hx:67: int8 Overflow
// expect: BytesEdges.hx:67: int8 Overflow
// expect: BytesEdges.hx:67: int16 Overflow
// expect: BytesEdges.hx:67: uint16 Overflow
// expect: BytesEdges.hx:67: int24 Overflow
// expect: BytesEdges.hx:67: uint24 Overflow
// expect: BytesEdges.hx:134: 0
// expect: BytesEdges.hx:146: fffffffe3dcccccd3fb999999999999afffffb0201fdff616263
// expect: BytesEdges.hx:149: -2 true 0.1 -5 513 -513 abc
// expect: BytesEdges.hx:146: feffffffcdcccc3d9a9999999999b93ffbffff0102fffd616263
// expect: BytesEdges.hx:149: -2 true 0.1 -5 513 -513 abc
// expect: BytesEdges.hx:151: -2147483648 2143289344 2139095040 71362
// expect: BytesEdges.hx:152: 1 -4613937818241073152 -4503599627370496
// expect: BytesEdges.hx:153: true
// expect: BytesEdges.hx:161: 282 64 16909060 abab 1.5
// expect: BytesEdges.hx:164: 3 255 4 2 1 01ff030405
// expect: BytesEdges.hx:166: 1 1 65535 01000100ffff
// expect: BytesEdges.hx:168: 0.5 10000000000 8
// expect: BytesEdges.hx:170: 4294967295 5
// expect: BytesEdges.hx:173: 0 2.5
import haxe.io.*;

class BytesEdges {
	static function outside(name:String, f:Void->Void) {
		try {
			f();
			trace(name + " passed");
		} catch (e:Error) {
			trace(name + " " + e);
		}
	}

	static function main() {
		var b = Bytes.ofHex("00ff80e282ac41");
		outside("getInt32", () -> b.getInt32(4));
		outside("getUInt16", () -> b.getUInt16(6));
		outside("getUInt16", () -> b.getUInt16(-1));
		outside("getDouble", () -> b.getDouble(0));
		outside("getFloat", () -> b.getFloat(4));
		outside("setInt32", () -> Bytes.alloc(3).setInt32(-1, 0));
		outside("setDouble", () -> Bytes.alloc(3).setDouble(1, 0));
		outside("fill", () -> b.fill(5, 3, 1));
		outside("fill", () -> b.fill(7, 0, 1));
		outside("sub", () -> b.sub(5, 5));
		outside("sub", () -> b.sub(-1, 1));
		outside("sub", () -> b.sub(0x7fffffff, 0x7fffffff));
		outside("blit", () -> b.blit(2, b, 0, 6));
		outside("blit", () -> b.blit(0, b, 0, -1));
		outside("getString", () -> b.getString(3, 5));
		outside("input", () -> new BytesInput(b, 3, 9));
		outside("addBytes", () -> new BytesBuffer().addBytes(b, 5, 5));
		outside("writeBytes", () -> new BytesOutput().writeBytes(b, 5, 7));
		outside("readBytes", () -> new BytesInput(b).readBytes(b, 6, 2));
		b.blit(1, b, 0, 6);
		trace(b.toHex());
		b.blit(0, b, 1, 6);
		trace(b.toHex());
		function sign(a:String, b:String)
			return Bytes.ofHex(a).compare(Bytes.ofHex(b)) > 0 ? 1 : Bytes.ofHex(a).compare(Bytes.ofHex(b)) < 0 ? -1 : 0;
		trace([sign("0102", "0103"), sign("ff", "01"), sign("010203", "0103"), sign("0102", "01"), sign("", ""), sign("01", "0100")]);
		trace(Bytes.alloc(0).toHex() == "" && Bytes.alloc(0).toString() == "" && Bytes.ofString("").length == 0);
		trace(Bytes.ofString("a\x00b€😀").toHex() + " " + Bytes.ofString("a\x00b").toString().length);
		trace(Bytes.ofString("😀é").getString(0, 6) == "😀é");
		var x = Bytes.alloc(8);
		x.set(0, 258);
		x.set(1, -1);
		x.setUInt16(2, -2);
		x.setInt32(4, 0x80000001);
		trace(x.toHex() + " " + x.getInt32(4) + " " + x.getUInt16(2));
		x.setDouble(0, -0.0);
		trace(x.toHex());
		x.setFloat(0, 1e300);
		x.setFloat(4, -1e-50);
		trace(x.toHex() + " " + x.getFloat(0));
		x.setInt64(0, haxe.Int64.make(0x80000000, -1));
		trace(x.toHex() + " " + x.getInt64(0));
		try Bytes.ofHex("010") catch (e:Dynamic) trace(e);
		trace(Bytes.ofHex("AbCdEf").toHex());
		trace(Bytes.fastGet(b.getData(), 2) + " " + Bytes.ofData(b.getData()).length);
		var i = new BytesInput(b, 2, 4);
		trace(i.position + " " + i.length + " " + i.readByte() + " " + i.position + " " + i.readAll().toHex());
		i = new BytesInput(b);
		i.position = 50;
		trace(i.position);
		i.position = -3;
		trace(i.position + " " + i.read(2).toHex());
		outside("read", () -> try i.read(9) catch (e:Eof) trace("end"));
		trace(i.position);
		var out = new BytesOutput();
		outside("int8", () -> out.writeInt8(200));
		outside("int8", () -> out.writeInt8(-129));
		outside("int16", () -> out.writeInt16(40000));
		outside("uint16", () -> out.writeUInt16(-1));
		outside("int24", () -> out.writeInt24(1 << 23));
		outside("uint24", () -> out.writeUInt24(-1));
		trace(out.length);
		for (big in [true, false]) {
			out = new BytesOutput();
			out.bigEndian = big;
			out.writeInt32(-2);
			out.writeFloat(0.1);
			out.writeDouble(0.1);
			out.writeInt24(-5);
			out.writeUInt16(513);
			out.writeInt16(-513);
			out.writeInput(new StringInput("abc"), 2);
			var all = out.getBytes();
			trace(all.toHex());
			var back = new BytesInput(all);
			back.bigEndian = big;
			trace(back.readInt32() + " " + (back.readFloat() - 0.1 < 1e-8) + " " + back.readDouble() + " " + back.readInt24() + " " + back.readUInt16() + " " + back.readInt16() + " " + back.readString(3));
		}
		trace(FPHelper.floatToI32(-0.0) + " " + FPHelper.floatToI32(Math.NaN) + " " + FPHelper.floatToI32(Math.POSITIVE_INFINITY) + " " + FPHelper.floatToI32(1e-40));
		trace(FPHelper.doubleToI64(5e-324) + " " + FPHelper.doubleToI64(-1.5) + " " + FPHelper.doubleToI64(Math.NEGATIVE_INFINITY));
		trace(FPHelper.i64ToDouble(0, 0x7ff00000) == Math.POSITIVE_INFINITY && Math.isNaN(FPHelper.i32ToFloat(0x7fc00000)) && FPHelper.i32ToFloat(0xbf800000) == -1);
		var grown = new BytesBuffer();
		for (i in 0...70)
			grown.addByte(i);
		grown.addInt32(0x01020304);
		grown.add(Bytes.ofString(StringTools.lpad("", "ab", 200)));
		grown.addDouble(1.5);
		var all = grown.getBytes();
		trace(all.length + " " + all.get(64) + " " + all.getInt32(70) + " " + all.getString(270, 4) + " " + all.getDouble(274));
		var u = UInt8Array.fromBytes(Bytes.ofHex("0102030405"), 1, 3);
		u[0] = 511;
		trace(u.length + " " + u[0] + " " + u.sub(1, 2)[1] + " " + u.subarray(1, 3).length + " " + u.view.byteOffset + " " + u.view.buffer.toHex());
		var w = UInt16Array.fromArray([1, 65537, -1]);
		trace(w[0] + " " + w[1] + " " + w[2] + " " + w.view.buffer.toHex());
		var f = Float32Array.fromArray([0.5, 1e10]);
		trace(f[0] + " " + f[1] + " " + f.view.byteLength);
		var n = UInt32Array.fromArray([-1, 5]);
		trace(n[0] + " " + n[1]);
		var d = new Float64Array(2);
		d[1] = 2.5;
		trace(d[0] + " " + d[1]);
	}
}
