// expect: 303
// expect: 1999
// expect: [2,3,5,7,11,13,17,19]
class Sieve {
	static function main() {
		var n = 2000;
		var composite = [for (i in 0...n) false];
		var i = 2;
		while (i * i < n) {
			if (!composite[i]) {
				var j = i * i;
				while (j < n) {
					composite[j] = true;
					j += i;
				}
			}
			i++;
		}
		var primes = [for (i in 2...n) if (!composite[i]) i];
		Sys.println(primes.length);
		Sys.println(primes[primes.length - 1]);
		Sys.println(primes.slice(0, 8));
	}
}
