// expect: Int64s.hx:24: 1311768467463790320
// expect: Int64s.hx:25: 1311768467463791320 1311768467463789320 2049638230412155264 1311768467463790 320
// expect: Int64s.hx:26: -1311768467463790320 81985529216486895 2541551405711093504 14
// expect: Int64s.hx:27: 736 1311768467463790584 1311768467463789848 -1311768467463790321
// expect: Int64s.hx:28: true false true true
// expect: Int64s.hx:29: 305419896 1 true true
// expect: Int64s.hx:30: 305419896 -1698898192
// expect: Int64s.hx:31: -9223372036854775807 4294967296
// expect: Int64s.hx:32: 1001
// expect: Int64s.hx:34: 187395495351970045 5
// expect: Int64s.hx:35: overflow
// expect: Int64s.hx:37: 1006
// expect: Int64s.hx:38: 1006
// expect: Int64s.hx:41: -2147483648
// expect: Int64s.hx:43: 4294967295 true 2147483647.5 15 4294967295
// expect: Int64s.hx:44: 5
import haxe.Int64;
import haxe.Int32;
using haxe.Int64;

class Int64s {
	static function main() {
		var a = Int64.make(0x12345678, 0x9abcdef0), b:Int64 = 1000;
		trace(Int64.toStr(a));
		trace((a + b).toStr() + " " + (a - b).toStr() + " " + (a * b).toStr() + " " + (a / b).toStr() + " " + (a % b).toStr());
		trace((-a).toStr() + " " + (a >> 4).toStr() + " " + (a << 4).toStr() + " " + (-a >>> 60).toStr());
		trace((a & b).toStr() + " " + (a | b).toStr() + " " + (a ^ b).toStr() + " " + (~a).toStr());
		trace((a > b) + " " + (a == b) + " " + (a != b) + " " + (b <= 1000));
		trace(Int64.compare(a, b) + " " + Int64.ucompare(-1, 1) + " " + Int64.isNeg(-5) + " " + Int64.isZero(0));
		trace(a.high + " " + a.low);
		trace(Int64.parseString("-9223372036854775807").toStr() + " " + Int64.fromFloat(4294967296.0).toStr());
		trace(Int64.toInt(b) + 1);
		var dm = Int64.divMod(a, 7);
		trace(dm.quotient.toStr() + " " + dm.modulus.toStr());
		try { a.toInt(); } catch (e:Dynamic) trace("overflow");
		b++; ++b; b += 5; b -= 1;
		trace(b.toStr());
		trace("" + b);
		var c:Int32 = 0x7fffffff;
		c++;
		trace(c);
		var u:UInt = -1;
		trace(u + " " + (u > 5) + " " + (u / 2) + " " + (u >>> 28) + " " + (u : Float));
		trace(Std.string(Int64.ofInt(5)));
	}
}
