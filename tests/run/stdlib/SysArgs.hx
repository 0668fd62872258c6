// args: one "two words" 3 -x --flag=1
// expect: 5
// expect: [one]
// expect: [two words]
// expect: [3]
// expect: [-x]
// expect: [--flag=1]
// expect: 4
class SysArgs {
	static function main() {
		var args = Sys.args();
		Sys.println(args.length);
		for (a in args)
			Sys.println("[" + a + "]");
		Sys.println(Std.parseInt(args[2]) + 1);
	}
}
