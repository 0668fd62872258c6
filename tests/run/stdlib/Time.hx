// expect: true
// expect: true
// expect: true
// expect: true
// expect: true
// expect: 499500
class Time {
	static function main() {
		var a = Sys.time();
		Sys.println(a > 1.6e9);
		var n = 0;
		for (i in 0...1000)
			n += i;
		var b = Sys.time();
		Sys.println(b >= a);
		Sys.println(b - a < 10);
		var c = Sys.cpuTime();
		Sys.println(c >= 0);
		Sys.sleep(0.01);
		Sys.println(Sys.time() - b >= 0.005);
		Sys.println(n);
	}
}
