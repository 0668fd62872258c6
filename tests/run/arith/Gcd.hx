// expect: 6
// expect: 1
// expect: 9
// expect: 21
// expect: 1024
// expect: 9
// expect: 3608
class Gcd {
	static function gcd(a:Int, b:Int):Int {
		while (b != 0) {
			var t = a % b;
			a = b;
			b = t;
		}
		return a;
	}

	static function power(base:Int, exponent:Int, modulus:Int):Int {
		var result = 1;
		base %= modulus;
		while (exponent > 0) {
			if (exponent & 1 == 1)
				result = (result * base) % modulus;
			base = (base * base) % modulus;
			exponent >>= 1;
		}
		return result;
	}

	static function main() {
		Sys.println(gcd(48, 18));
		Sys.println(gcd(17, 5));
		Sys.println(gcd(0, 9));
		Sys.println(gcd(1071, 462));
		Sys.println(power(2, 10, 10007));
		Sys.println(power(3, 200, 13));
		Sys.println(power(7, 12345, 10007));
	}
}
