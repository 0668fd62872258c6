// expect error: 46: haxe.io.Int32Array has no field toArray
import haxe.io.*;

class BytesAndStreams {
	static function main() {
		var b = Bytes.alloc(16);
		b.set(0, 255); b.setInt32(4, -2); b.setUInt16(8, 65535); b.setDouble(8, 1.5);
		trace(b.toHex());
		trace(b.get(0) + " " + b.getInt32(4) + " " + b.getDouble(8) + " " + b.getUInt16(0));
		b.setFloat(0, 0.5);
		trace(b.getFloat(0));
		var s = Bytes.ofString("héllo €");
		trace(s.length + " " + s.toString() + " " + s.getString(0, 3) + " " + s.toHex());
		trace(s.sub(1, 2).toHex() + " " + s.compare(Bytes.ofString("h")) + " " + Bytes.ofHex("0aFF").get(1));
		b.fill(0, 4, 7); b.blit(4, s, 0, 2);
		trace(b.toHex());
		b.setInt64(0, haxe.Int64.make(1, 2));
		trace(b.getInt64(0));
		var buffer = new BytesBuffer();
		buffer.addByte(65); buffer.addString("bc"); buffer.addInt32(1); buffer.addDouble(2.0); buffer.addBytes(s, 0, 1); buffer.addFloat(1); buffer.addInt64(haxe.Int64.ofInt(-1));
		trace(buffer.length + " " + buffer.getBytes().toHex());
		var out = new BytesOutput();
		out.bigEndian = true;
		out.writeInt32(258); out.writeString("abc"); out.writeUInt16(513); out.writeByte(9); out.writeFloat(1.5); out.writeDouble(-2.25); out.writeInt8(-3); out.writeInt16(-300); out.writeInt24(-70000); out.writeUInt24(70000);
		var all = out.getBytes();
		trace(all.toHex());
		var input = new BytesInput(all);
		input.bigEndian = true;
		trace(input.readInt32() + " " + input.readString(3) + " " + input.readUInt16() + " " + input.readByte() + " " + input.readFloat() + " " + input.readDouble());
		trace(input.readInt8() + " " + input.readInt16() + " " + input.readInt24() + " " + input.readUInt24() + " " + input.position + "/" + input.length);
		try { input.readByte(); } catch (e:Eof) trace("eof " + e);
		try { b.get(99); trace("?"); } catch (e:Error) trace(e);
		var lines = new StringInput("one\ntwo\r\nthree");
		try while (true) trace(lines.readLine()) catch (e:Eof) trace("end");
		trace(new StringInput("until;x").readUntil(";".code));
		trace(new StringInput("all of it").readAll().toString());
		trace(new BufferInput(new StringInput("buffered"), Bytes.alloc(3)).readAll().toString());
		trace(Path.join(["a", "b/", "../c.txt"]) + " " + Path.extension("x/y.tar.gz") + " " + Path.withoutExtension("x/y.hx") + " " + Path.directory("x/y.hx") + " " + Path.normalize("a//b/./c/..") + " " + Path.isAbsolute("/x"));
		trace(new Path("dir/file.ext"));
		trace(FPHelper.floatToI32(1.0) + " " + FPHelper.i32ToFloat(1073741824));
		var f = new UInt8Array(3);
		f[0] = 300; f[1] = -1;
		trace(f[0] + " " + f[1] + " " + f.length);
		var g = Float64Array.fromArray([1.5, 2.5]);
		trace(g[1] + g.length);
		trace(Int32Array.fromArray([7, 8]).toArray());
	}
}
