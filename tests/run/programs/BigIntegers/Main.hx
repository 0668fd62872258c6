// expect: _Main.BigImpl
// expect: _Main.BigImpl
// expect: -123456789012345678900246913569
// expect: _Main.BigImpl
// expect: _Main.BigImpl
// expect: 574845669 -574845669
// expect: 18ee90ff6c373e0ee4e3f0ad2
// expect: true false true true
// expect: 30! = 265252859812191058636308480000000
// expect: _Main.BigImpl
// expect: _Main.BigImpl
// expect: _Main.BigImpl
// expect: -1 0 1
// expect: _Main.BigImpl
// expect: _Main.BigImpl
// expect: invalid digit "x"
// expect: division by zero
// expect: _Main.BigImpl
using StringTools;

abstract BigInt(BigImpl) from BigImpl {
	public static var ZERO(get, never):BigInt;
	static inline function get_ZERO():BigInt return BigImpl.fromInt(0);
	inline function new(i:BigImpl) this = i;
	@:from public static function fromInt(i:Int):BigInt return new BigInt(BigImpl.fromInt(i));
	@:from public static function fromString(s:String):BigInt return new BigInt(BigImpl.parse(s));
	@:to public function toString():String return this.text(10);
	public function toHex() return this.text(16);
	@:op(-A) function neg():BigInt return this.negate();
	@:op(A + B) @:commutative static function addInt(a:BigInt, b:Int):BigInt return a + fromInt(b);
	@:op(A + B) static function add(a:BigInt, b:BigInt):BigInt return a.impl().add(b.impl());
	@:op(A - B) static function sub(a:BigInt, b:BigInt):BigInt return a.impl().add(b.impl().negate());
	@:op(A * B) static function mul(a:BigInt, b:BigInt):BigInt return a.impl().mul(b.impl());
	@:op(A / B) static function div(a:BigInt, b:BigInt):BigInt return a.impl().divmod(b.impl()).q;
	@:op(A % B) static function mod(a:BigInt, b:BigInt):BigInt return a.impl().divmod(b.impl()).r;
	@:op(A < B) static function lt(a:BigInt, b:BigInt):Bool return a.cmp(b) < 0;
	@:op(A > B) static function gt(a:BigInt, b:BigInt):Bool return a.cmp(b) > 0;
	@:op(A <= B) static function le(a:BigInt, b:BigInt):Bool return a.cmp(b) <= 0;
	@:op(A == B) static function eq(a:BigInt, b:BigInt):Bool return a.cmp(b) == 0;
	@:op(A == B) @:commutative static function eqInt(a:BigInt, b:Int):Bool return a.cmp(fromInt(b)) == 0;
	@:op(A++) inline function inc():BigInt { var old = this; this = this.add(BigImpl.fromInt(1)); return old; }
	@:op(++A) inline function pinc():BigInt { this = this.add(BigImpl.fromInt(1)); return this; }
	public inline function impl():BigImpl return this;
	public inline function cmp(o:BigInt):Int return this.compare(o.impl());
	public function pow(n:Int):BigInt {
		var r:BigInt = 1, b:BigInt = this;
		while (n > 0) {
			if (n & 1 == 1) r *= b;
			b *= b;
			n >>= 1;
		}
		return r;
	}
	public static function gcd(a:BigInt, b:BigInt):BigInt return b == 0 ? a : gcd(b, a % b);
	public static function powMod(b:BigInt, e:BigInt, m:BigInt):BigInt {
		var r:BigInt = 1;
		b = b % m;
		while (e > ZERO) {
			if (e % 2 == 1) r = r * b % m;
			e = e / 2;
			b = b * b % m;
		}
		return r;
	}
}
private class BigImpl {
	static inline var BITS = 14;
	static inline var BASE = 1 << BITS;
	static inline var MASK = BASE - 1;
	public final d:Array<Int>;
	public final neg:Bool;
	function new(d:Array<Int>, neg:Bool) {
		while (d.length > 0 && d[d.length - 1] == 0) d.pop();
		this.d = d;
		this.neg = neg && d.length > 0;
	}
	public static function fromInt(i:Int):BigImpl {
		if (i == 0) return new BigImpl([], false);
		if (i == -2147483648) return parse("-2147483648");
		var n = i < 0, a = [];
		if (n) i = -i;
		while (i != 0) { a.push(i & MASK); i >>>= BITS; }
		return new BigImpl(a, n);
	}
	public static function parse(s:String):BigImpl {
		var i = 0, neg = false;
		if (s.charAt(0) == "-") { neg = true; i = 1; }
		var a:Array<Int> = [0];
		for (k in i...s.length) {
			var c = s.fastCodeAt(k) - '0'.code;
			if (c < 0 || c > 9) throw 'invalid digit "${s.charAt(k)}"';
			var carry = c;
			for (j in 0...a.length) { var v = a[j] * 10 + carry; a[j] = v & MASK; carry = v >> BITS; }
			if (carry > 0) a.push(carry);
		}
		return new BigImpl(a, neg);
	}
	public function negate() return new BigImpl(d.copy(), !neg);
	static function cmpMag(a:Array<Int>, b:Array<Int>):Int {
		if (a.length != b.length) return a.length < b.length ? -1 : 1;
		var i = a.length;
		while (i-- > 0) if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
		return 0;
	}
	public function compare(o:BigImpl):Int return switch [neg, o.neg] {
		case [false, true]: 1;
		case [true, false]: -1;
		case [true, _]: -cmpMag(d, o.d);
		case _: cmpMag(d, o.d);
	}
	public function add(o:BigImpl):BigImpl {
		if (neg == o.neg) {
			var r = [], c = 0;
			for (i in 0...(d.length > o.d.length ? d.length : o.d.length)) {
				var s = (i < d.length ? d[i] : 0) + (i < o.d.length ? o.d[i] : 0) + c;
				r.push(s & MASK);
				c = s >> BITS;
			}
			if (c > 0) r.push(c);
			return new BigImpl(r, neg);
		}
		var c = cmpMag(d, o.d);
		if (c == 0) return fromInt(0);
		var a = c > 0 ? this : o, b = c > 0 ? o : this, r = [], bw = 0;
		for (i in 0...a.d.length) {
			var s = a.d[i] - bw - (i < b.d.length ? b.d[i] : 0);
			bw = s < 0 ? 1 : 0;
			r.push(s & MASK);
		}
		return new BigImpl(r, a.neg);
	}
	public function mul(o:BigImpl):BigImpl {
		var r = [for (_ in 0...d.length + o.d.length) 0];
		for (i in 0...d.length) {
			var c = 0;
			for (j in 0...o.d.length) {
				var v = d[i] * o.d[j] + r[i + j] + c;
				r[i + j] = v & MASK;
				c = v >> BITS;
			}
			r[i + o.d.length] += c;
		}
		return new BigImpl(r, neg != o.neg);
	}
	public function divmod(o:BigImpl):{q:BigImpl, r:BigImpl} {
		if (o.d.length == 0) throw "division by zero";
		var q = [for (_ in d) 0], rem = new BigImpl([], false), abs = new BigImpl(o.d.copy(), false);
		var i = d.length;
		while (i-- > 0) {
			var rd = rem.d.copy();
			rd.unshift(d[i]);
			rem = new BigImpl(rd, false);
			var lo = 0, hi = BASE - 1;
			while (lo < hi) {
				var mid = (lo + hi + 1) >> 1;
				if (abs.mul(fromInt(mid)).compare(rem) <= 0) lo = mid else hi = mid - 1;
			}
			q[i] = lo;
			rem = rem.add(abs.mul(fromInt(lo)).negate());
		}
		return { q: new BigImpl(q, neg != o.neg), r: new BigImpl(rem.d, neg) };
	}
	public function text(radix:Int):String {
		if (d.length == 0) return "0";
		var a = d.copy(), out = [];
		while (a.length > 0) {
			var rem = 0, i = a.length;
			while (i-- > 0) { var v = (rem << BITS) | a[i]; a[i] = Std.int(v / radix); rem = v % radix; }
			while (a.length > 0 && a[a.length - 1] == 0) a.pop();
			out.push("0123456789abcdef".charAt(rem));
		}
		out.reverse();
		return (neg ? "-" : "") + out.join("");
	}
}
class Main {
	static function main() {
		var a:BigInt = "123456789012345678901234567890", b:BigInt = 987654321;
		Sys.println(a + b);
		Sys.println(a - b);
		Sys.println((b - a).toString());
		Sys.println(a * b);
		Sys.println(a / b);
		Sys.println((a % b).toString() + " " + ((-a) % b).toString());
		Sys.println(a.toHex());
		Sys.println((a > b) + " " + (a < b) + " " + (b == 987654321) + " " + (987654321 == b));
		var f:BigInt = 1;
		for (i in 1...31) f *= i;
		Sys.println("30! = " + f.toString());
		Sys.println((2 : BigInt).pow(200));
		Sys.println(BigInt.gcd(f, a));
		Sys.println(BigInt.powMod(3, "1000000006", 1000000007));
		var x:BigInt = -1;
		var old = x++;
		Sys.println(old.toString() + ' ' + x.toString() + ' ' + (++x).toString());
		var fib = [for (i in 0...2) (i : BigInt)];
		for (i in 2...150) fib[i] = fib[i - 1] + fib[i - 2];
		Sys.println(fib[149]);
		Sys.println(1 + a);
		try { var z:BigInt = "12x"; Sys.println(z); } catch (e:String) Sys.println(e);
		try Sys.println(a / BigInt.ZERO) catch (e:Dynamic) Sys.println(e);
		Sys.println((-2147483648 : BigInt));
	}
}
