// expect: Processes.hx:19: a b $HOME c"d  é| 0
// expect: Processes.hx:19: shell| 3
// expect: Processes.hx:19: x y| 0
// expect: Processes.hx:30: hello wörld 0
// expect: Processes.hx:31: end
// expect: Processes.hx:34: to error
// expect: true
// expect: Processes.hx:35: 0
// expect: Processes.hx:37: 7
// expect: Processes.hx:41: 200010000 0
// expect: Processes.hx:42: 4 5
// expect: Processes.hx:19: given| 0
import haxe.io.Eof;
import sys.io.Process;

class Processes {
	static function run(p:Process) {
		var all = p.stdout.readAll().toString();
		trace(StringTools.replace(all, "\n", "|") + " " + p.exitCode());
		p.close();
	}

	static function main() {
		run(new Process("echo", ["a b", "$HOME", "c\"d", "", "é"]));
		run(new Process("echo shell; exit 3"));
		run(new Process("sh", ["-c", "echo $0 $1", "x", "y"]));
		var p = new Process("cat");
		p.stdin.writeString("hello\nwörld\n");
		p.stdin.close();
		trace(p.stdout.readLine() + " " + p.stdout.readLine() + " " + p.exitCode());
		try p.stdout.readByte() catch (e:Eof) trace("end");
		p.close();
		p = new Process("echo to error >&2");
		trace(p.stderr.readAll().toString() + (p.getPid() > 0));
		trace(p.exitCode());
		p.close();
		trace(new Process("exit 7").exitCode());
		var many = new Process("seq 1 20000");
		var sum = 0;
		try while (true) sum += Std.parseInt(many.stdout.readLine()) catch (e:Eof) {}
		trace(sum + " " + many.exitCode());
		trace(Sys.command("exit 4") + " " + Sys.command("sh", ["-c", "exit 5"]));
		Sys.putEnv("MOLT_TEST_VARIABLE", "given");
		run(new Process("echo $MOLT_TEST_VARIABLE"));
	}
}
