// expect: 2 3 5 7 11 13 17 19 23 29 31 37 41 43 47
class Primes {
	static function main() {
		var found = [];
		var n = 2;
		while (found.length < 15) {
			var prime = true;
			for (p in found) {
				if (p * p > n)
					break;
				if (n % p == 0) {
					prime = false;
					break;
				}
			}
			if (prime)
				found.push(n);
			n++;
		}
		Sys.println(found.join(" "));
	}
}
