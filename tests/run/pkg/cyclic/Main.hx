// Modules that use each other.
// expect: ping pong ping pong ping end
// expect: 3
// expect: true
class Main {
	static function main() {
		Sys.println(Ping.hit(5));
		var a = new Pong(3);
		Sys.println(a.partner().other.n);
		Sys.println(Std.isOfType(a.partner(), Ping));
	}
}
