// expect:  ####    #   ####  ####
// expect:  #  #   ##      #     #
// expect:  #  #    #   ####  ####
// expect:  #  #    #   #        #
// expect:  ####   ###  ####  ####
// expect: 02 03 04 01 FF EA DC 04 AA 00 00 00 00 00 00 00
// expect: pc=234 i=768 cycles=42
// expect: trap bad Fx99
import haxe.ds.Vector;
import haxe.io.Bytes;
import haxe.io.BytesBuffer;

@:enum abstract Key(Int) from Int to Int { var K0 = 0x0; var KF = 0xF; }

class Cpu {
	static inline var W = 64;
	static inline var H = 32;
	static var FONT = [0xF0, 0x90, 0x90, 0x90, 0xF0, 0x20, 0x60, 0x20, 0x20, 0x70, 0xF0, 0x10, 0xF0, 0x80, 0xF0, 0xF0, 0x10, 0xF0, 0x10, 0xF0];
	public var mem:Bytes;
	public var v:Vector<Int>;
	public var i:Int;
	public var pc:Int;
	public var stack:haxe.ds.GenericStack<Int>;
	public var gfx:Vector<Bool>;
	public var dt:Int = 0;
	public var st:Int = 0;
	public var keys:Array<Bool>;
	var rng:UInt = 12345;
	var ops:Vector<Int->Void>;
	public var cycles(default, null) = 0;
	public function new() {
		mem = Bytes.alloc(4096);
		for (k in 0...FONT.length) mem.set(k, FONT[k]);
		v = new Vector(16);
		gfx = new Vector(W * H);
		stack = new haxe.ds.GenericStack();
		keys = [for (_ in 0...16) false];
		i = 0; pc = 0x200;
		for (k in 0...16) v[k] = 0;
		for (k in 0...gfx.length) gfx[k] = false;
		ops = Vector.fromArrayCopy([op0, op1, op2, op3, op4, op5, op6, op7, op8, op9, opA, opB, opC, opD, opE, opF]);
	}
	inline static function x(op:Int) return (op & 0x0F00) >> 8;
	inline static function y(op:Int) return (op & 0x00F0) >> 4;
	inline static function nn(op:Int) return op & 0xFF;
	inline static function nnn(op:Int) return op & 0xFFF;
	inline function skip(c:Bool) if (c) pc += 2;
	function op0(op) switch op {
		case 0x00E0: for (k in 0...gfx.length) gfx[k] = false;
		case 0x00EE: pc = stack.pop();
		case _: throw 'SYS ${StringTools.hex(op, 4)}';
	}
	function op1(op) pc = nnn(op);
	function op2(op) { stack.add(pc); pc = nnn(op); }
	function op3(op) skip(v[x(op)] == nn(op));
	function op4(op) skip(v[x(op)] != nn(op));
	function op5(op) skip(v[x(op)] == v[y(op)]);
	function op6(op) v[x(op)] = nn(op);
	function op7(op) v[x(op)] = (v[x(op)] + nn(op)) & 0xFF;
	function op8(op:Int) {
		var a = x(op), b = v[y(op)];
		switch (op & 0xF) {
			case 0: v[a] = b;
			case 1: v[a] |= b;
			case 2: v[a] &= b;
			case 3: v[a] ^= b;
			case 4: var s = v[a] + b; v[a] = s & 0xFF; v[0xF] = s > 0xFF ? 1 : 0;
			case 5: var f = v[a] >= b; v[a] = (v[a] - b) & 0xFF; v[0xF] = f ? 1 : 0;
			case 6: var f = v[a] & 1; v[a] >>>= 1; v[0xF] = f;
			case 7: var f = b >= v[a]; v[a] = (b - v[a]) & 0xFF; v[0xF] = f ? 1 : 0;
			case 0xE: var f = v[a] >> 7; v[a] = (v[a] << 1) & 0xFF; v[0xF] = f;
			default: throw "bad 8xy" + StringTools.hex(op & 0xF);
		}
	}
	function op9(op) skip(v[x(op)] != v[y(op)]);
	function opA(op) i = nnn(op);
	function opB(op) pc = nnn(op) + v[0];
	function opC(op) {
		rng = rng * 1103515245 + 12345;
		v[x(op)] = ((rng >> 16) : Int) & nn(op);
	}
	function opD(op:Int) {
		var px = v[x(op)] % W, py = v[y(op)] % H;
		v[0xF] = 0;
		for (row in 0...(op & 0xF)) {
			var bits = mem.get(i + row);
			for (col in 0...8) if (bits & (0x80 >> col) != 0) {
				var xx = px + col, yy = py + row;
				if (xx >= W || yy >= H) continue;
				var k = yy * W + xx;
				if (gfx[k]) v[0xF] = 1;
				gfx[k] = !gfx[k];
			}
		}
	}
	function opE(op) switch nn(op) {
		case 0x9E: skip(keys[v[x(op)]]);
		case 0xA1: skip(!keys[v[x(op)]]);
		case _:
	}
	function opF(op) switch nn(op) {
		case 0x07: v[x(op)] = dt;
		case 0x15: dt = v[x(op)];
		case 0x18: st = v[x(op)];
		case 0x1E: i = (i + v[x(op)]) & 0xFFF;
		case 0x29: i = v[x(op)] * 5;
		case 0x33:
			var n = v[x(op)];
			mem.set(i, Std.int(n / 100));
			mem.set(i + 1, Std.int(n / 10) % 10);
			mem.set(i + 2, n % 10);
		case 0x55: for (k in 0...x(op) + 1) mem.set(i + k, v[k]);
		case 0x65: for (k in 0...x(op) + 1) v[k] = mem.get(i + k);
		case n: throw 'bad Fx${StringTools.hex(n, 2)}';
	}
	public function load(rom:Bytes) mem.blit(0x200, rom, 0, rom.length);
	public function step():Bool {
		var op = (mem.get(pc) << 8) | mem.get(pc + 1);
		if (op == 0) return false;
		pc += 2;
		cycles++;
		ops[op >>> 12](op);
		if (dt > 0) dt--;
		return true;
	}
	public function screen():String {
		var out = new StringBuf();
		for (yy in 0...H) {
			var line = new StringBuf(), any = false;
			for (xx in 0...W) { var on = gfx[yy * W + xx]; any = any || on; line.addChar(on ? '#'.code : '.'.code); }
			if (any) { out.add(StringTools.rtrim(line.toString().split(".").join(" "))); out.addChar(10); }
		}
		return out.toString();
	}
}
class Asm {
	var out = new BytesBuffer();
	public function new() {}
	public function w(op:Int):Asm { out.addByte(op >> 8); out.addByte(op & 0xFF); return this; }
	public function bytes() return out.getBytes();
}
class Main {
	static function main() {
		var c = new Cpu();
		// draw digits 0..3, then count loop
		var a = new Asm().w(0x00E0).w(0x6000).w(0x6101).w(0x6202)  // v0 digit v1 x v2 y
			.w(0xF029).w(0xD125).w(0x7106).w(0x7001).w(0x3004).w(0x1208)
			.w(0x63FF).w(0x7302).w(0x8434).w(0x64FE).w(0x8434)
			.w(0xA300).w(0x65EA).w(0xF533).w(0xF265)
			.w(0x2230).w(0xC6FF).w(0xC7FF).w(0x1234).w(0x0000)
			.w(0x68AA).w(0x00EE).w(0x0000);
		c.load(a.bytes());
		var n = 0;
		try while (c.step() && n++ < 500) {} catch (e:String) Sys.println("trap " + e);
		Sys.print(c.screen());
		Sys.println(c.v.toArray().map(x -> StringTools.hex(x, 2)).join(" "));
		Sys.println('pc=${StringTools.hex(c.pc)} i=${c.i} cycles=${c.cycles}');
		c.pc = 0x230;
		c.mem.setUInt16(0x230, 0x99F0);
		try while (c.step()) {} catch (e:Dynamic) Sys.println('trap $e');
	}
}
