// expect: [-2147483648,2147483647,-2,1,0,-2147483648,-2,-1,1,1073741823,-1,-2147483648,-1,-2147483648,-1,255,-2147483647]
// expect: [1,-1,1,-1,0]
// expect: [2.5,true,-2.5,2]
// expect: infinity
// expect: neg_infinity
// expect: true
// expect: [5,-5,100000]
// expect: [255,-1,-2147483648,1000,0.0015,0.5,1000]
// expect: [4294967295,2147483648]
// expect: 2147483647.5
// expect: 5
// expect: true
// expect: false
// expect: 268435455
// expect: 268435455
// expect: 0
// expect: 1
// expect: -2
// expect: 2147483647
// expect: 3
// expect: 4294967295
// expect: 4294967295
// expect: true
// expect: 240
// expect: 2147483647
// expect: -3
// expect: 0
// expect: -1
// expect: 4
// expect: 0
// expect: true
// expect: true
// expect: true
// expect: 2147483648.5
// expect: true
// expect: true
// expect: false
// expect: -2147483648
// expect: -2147483648
// expect: -1294967296
// expect: 0
// expect: 9223372036854775807
// expect: -9223372036854775808
// expect: -9223372036854775806
// expect: 9223372036854775804
// expect: 9223372036854775805
// expect: 3074457345618258602
// expect: 1
// expect: -9223372036854775807
// expect: -9223372036854775808
// expect: 4294967296
// expect: 9223372036854775807
// expect: 9223372032559808511
// expect: 3298534883328
// expect: 8388607
// expect: 15
// expect: -1
// expect: true
// expect: false
// expect: true
// expect: false
// expect: true
// expect: true
// expect: true
// expect: true
// expect: true
// expect: true
// expect: 7
// expect: 7
// expect: 7
// expect: 30
// expect: 3
// expect: 1
// expect: 4
// expect: 5
// expect: 3
// expect: 13
// expect: 5
// expect: 23
// expect: 4294967296
// expect: 23
// expect: 1 0
// expect: 2147483647
// expect: 1
// expect: true
// expect: true
// expect: -9223372036854775808
// expect: 1000000000000000
// expect: 9223372036854775 807
// expect: 922337203685477580723
// expect: 9223372036854775807
// expect: -2147483648
// expect: -2
// expect: -2
// expect: -2147483647
// expect: 2147483647
// expect: -2147483648
// expect: -1073741824
// expect: false
// expect: 2147483647
// expect: -8
// expect: 2147483647
// expect: 134217728
// expect: [false,true,false,false,false,false,true,true,true,true]
// expect: [infinity,neg_infinity,nan,nan,nan]
// expect: 1.5
// expect: -1.5
// expect: 1e+21
// expect: 1e+20
// expect: 123456789012345680
// expect: 1e-07
// expect: 1e-06
// expect: -0
// expect: neg_infinity
// expect: 100
// expect: 10000000000
// expect: true
// expect: gs9
// expect: gs9
// expect: gs11
// expect: gs11
// expect: gs20
// expect: ss4
// expect: [4,5]
// expect: 10
// expect: 12
// expect: [4,0.75]
// expect: s1null1.5
// expect: 2
// expect: 3
// expect: 7
// expect: [7,3,2]
// expect: [5]
// expect: [ab1]
// expect: 2 1.5 q2
// expect: 5
// expect: 4
// expect: 5
// expect: n5
// expect: 7
// expect: 10.5
// expect: 11.5
// expect: a1
// expect: 11.5x
// expect: [6,3]
// expect: 7.5
// expect: 2.5
// expect: 12.5
// expect: 2
// expect: 1
// expect: -5
// expect: 1
// expect: 20
// expect: true
// expect: true
// expect: true
// expect: str5
// expect: 5str
// expect: true
// expect: true
// expect: false
// expect: true
// expect: false
// expect: true
// expect: yes
// expect: true
// expect: true
// expect: false
// expect: true
// expect: true
// expect: true
// expect: true
// expect: AAB
// expect: H😀
import haxe.Int64; import haxe.Int32;
class AllOperators {
	static var si = 5; static var sf = 1.5; static var ss = "s"; var i = 3; var f = 2.5; public function new() {}
	var p(get, set):Int; var _p = 7; function get_p() { Sys.print("g"); return _p; } function set_p(v) { Sys.print("s"); return _p = v; }
	static function p64(x:Dynamic) { if (Int64.isInt64(x)) Sys.println(Int64.toStr(x)) else Sys.println(x); }
	static function main() {
		// Int
		var mx = 0x7fffffff, mn = -0x80000000, one = 1, z = 0;
		Sys.println([mx + one, mn - one, mx * 2, mx * mx, mn * mn, -mn, mx << 1, mn >> 31, mn >>> 31, mx >>> 1, -1 >>> 0, 1 << 31, -1 >> 40, ~mx, mx ^ mn, mx & 0xff, mn | 1]);
		Sys.println([7 % 3, -7 % 3, 7 % -3, -7 % -3, mn % -1]); Sys.println([5 / 2, 1 / 3 > 0.33, -5 / 2, 4 / 2]); Sys.println(1 / z); Sys.println(-1 / z); Sys.println(Math.isNaN(0 / z));
		Sys.println([Std.int(5.9), Std.int(-5.9), Std.int(1e5)]); Sys.println([0xFF, 0xFFFFFFFF, 0x80000000, 1e3, 1.5e-3, .5, 1000]);
		// UInt
		var u:UInt = 0xFFFFFFFF, u2:UInt = 2, u3:UInt = 0x80000000; Sys.println([Std.string(u), Std.string(u3)]); Sys.println(u / u2); Sys.println(u % 10); Sys.println(u > u2); Sys.println(u3 < u2); Sys.println(u >> 4); Sys.println(u >>> 4); Sys.println(u + 1); Sys.println(u * u); Sys.println(-u2); Sys.println(u - u3); Sys.println(u2 - u); Sys.println('' + u); Sys.println((u : Float)); Sys.println(u == -1); Sys.println(u & 0xF0); Sys.println(u ^ u3); Sys.println(~u2); u++; Sys.println(u); u--; Sys.println(u); u += 5; Sys.println(u); Sys.println(u2 << 31); Sys.println(u3 >= u2); Sys.println(u3 == u3); Sys.println(u3 != u2); Sys.println(u3 + 0.5); Sys.println(0.5 < u3); Sys.println(u3 > 5); Sys.println(5 > u3); var ui:Int = u3; Sys.println(ui); var d:Dynamic = u3; Sys.println(d); Sys.println(Std.int(3000000000.0) ); Sys.println(u3 % u2);
		// Int64
		var a = Int64.make(0x7fffffff, 0xffffffff), b:Int64 = 3, c = Int64.make(1, 0); p64("" + a); p64(a + 1); p64(a + b); p64(a - b); p64(a * b); p64(a / b); p64(a % b); p64(-a); p64(~a); p64(a & c); p64(a | c); p64(a ^ c); p64(b << 40); p64(a >> 40); p64(-b >>> 60); p64(-b >> 60); p64(a > b); p64(a < b); p64(a >= b); p64(a <= b); p64(a == a); p64(a != b); p64(b == 3); p64(3 == b); p64(b < 4); p64(4 > b); p64(b + 4); p64(4 + b); p64(10 - b); p64(10 * b); p64(10 / b); p64(10 % b); b++; p64(b); ++b; p64(b--); p64(--b); b += 10; p64(b); b *= 2; b -= 1; b /= 5; p64(b); b <<= 3; b >>= 1; b |= 1; b ^= 2; b &= 0xff; b %= 100; p64(b); p64(Int64.toStr(c)); p64(Int64.toInt(b)); p64(c.high + " " + c.low); p64(Int64.compare(a, b)); p64(Int64.ucompare(-b, b)); p64(Int64.isNeg(-b)); p64(Int64.isZero(0)); p64(Int64.parseString("-9223372036854775808")); p64(Int64.fromFloat(1e15)); var dm = Int64.divMod(a, 1000); p64(dm.quotient + " " + dm.modulus); p64("" + a + b); p64('$a'); 
		// Int32
		var i32:Int32 = mx; Sys.println(i32 + 1); Sys.println(i32 * 2); Sys.println(i32 << 1); Sys.println(-i32); Sys.println(i32++); Sys.println(i32); Sys.println(i32 / 2); Sys.println(i32 > 3); Sys.println(i32 - 1); Sys.println(i32 % 10); Sys.println(~i32); Sys.println(i32 >>> 4);
		// Float
		var nan = Math.NaN, inf = Math.POSITIVE_INFINITY; Sys.println([nan == nan, nan != nan, nan < 1, nan > 1, nan <= nan, nan >= nan, inf > 1e308, -inf < inf, inf == inf, !(nan < 1)]); Sys.println([inf, -inf, nan, inf - inf, 0 * inf]); Sys.println(5.5 % 2); Sys.println(-5.5 % 2); Sys.println(1e21 + 1); Sys.println(1e20); Sys.println(123456789012345680.0); Sys.println(1e-7); Sys.println(0.000001); Sys.println(-0.0); Sys.println(1 / -0.0); Sys.println(100.0); Sys.println(1.0e10); Sys.println(3.0 == 3);
		// op assign
		var o = new AllOperators(); o.p += 2; Sys.println(o._p); Sys.println(o.p++); Sys.println(++o.p); Sys.println(o.p--); o.p <<= 1; Sys.println(o._p); o.p = o.p = 4; Sys.println(o._p); o.i++; o.f *= 2; Sys.println([o.i, o.f]); Sys.println(o.i++ + ++o.i); Sys.println(si++ + ++si); si -= 3; sf /= 2; ss += 1; ss += null; ss += 1.5; Sys.println([si, sf]); Sys.println(ss); o.i %= 4; o.i |= 8; o.i ^= 1; o.i &= 13; o.i >>= 1; o.i >>>= 1; Sys.println(o.i);
		var ar = [1, 2, 3]; ar[0] += 5; ar[1]++; Sys.println(ar[2]--); Sys.println(++ar[0]); Sys.println(ar); var af = [1.5]; af[0]++; af[0] *= 2; Sys.println(af); var as = ["a"]; as[0] += "b"; as[0] += 1; Sys.println(as); 
		var an = {x: 1, y: 2.5, s: "q"}; an.x++; an.y -= 1; an.s += an.x; Sys.println(an.x + " " + an.y + " " + an.s); Sys.println(an.x++ + an.x--);
		var dy:Dynamic = {x: 1, y: 2.5}; dy.x += 2; dy.x++; dy.y *= 2; Sys.println(dy.x); Sys.println(dy.y); dy.z = "n"; dy.z += 5; Sys.println(dy.z); var di:Dynamic = 5; di += 2; Sys.println(di); di *= 1.5; Sys.println(di); di++; Sys.println(di); var ds:Dynamic = "a"; ds += 1; Sys.println(ds); Sys.println(di + "x"); var da:Dynamic = [1, 2]; da[0] += 5; da[1]++; Sys.println(da);
		// Dynamic arithmetic
		var x:Dynamic = 5, y:Dynamic = 2.5, s:Dynamic = "str"; Sys.println(x + y); Sys.println(x - y); Sys.println(x * y); Sys.println(x / y); Sys.println(x % 2); Sys.println(-x); Sys.println(x & 3); Sys.println(x << 2); Sys.println(x > y); Sys.println(x == 5); Sys.println(x == 5.0); Sys.println(s + x); Sys.println(x + s); Sys.println(s == "str"); Sys.println(s > "abc"); Sys.println(x == null); Sys.println(x != s); var bb:Dynamic = true; Sys.println(!bb); Sys.println(bb && true); if (bb) Sys.println("yes"); Sys.println(x < 10 && y < 10);
		// strings
		Sys.println("abc" < "abd"); Sys.println("abc" < "ab"); Sys.println("" < "a"); Sys.println("Z" < "a"); Sys.println("a" == "a"); Sys.println("a" >= "a");  Sys.println("\x41\101\u0042"); Sys.println("\u{48}\u{1F600}"); 
	}
}
