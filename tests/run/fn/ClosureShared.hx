// Closures of one scope share the variables they capture.
// expect: 2
// expect: 12
// expect: 0
// expect: abb 6 [1,2,3]
// expect: 55
class ClosureShared {
	static function main() {
		var n = 0;
		var inc = function() n++;
		var get = function() return n;
		var reset = () -> n = 0;
		inc();
		inc();
		Sys.println(get());
		n += 10;
		Sys.println(get());
		reset();
		Sys.println(n);
		var s = "a";
		var f = 1.5;
		var list = [1];
		var all = function() {
			s += "b";
			f *= 2;
			list.push(list.length + 1);
		}
		all();
		all();
		Sys.println(s + " " + f + " " + list);
		var self = null;
		self = function(k:Int):Int return k == 0 ? 0 : k + self(k - 1);
		Sys.println(self(10));
	}
}
