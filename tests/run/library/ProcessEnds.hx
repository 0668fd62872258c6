// expect: ProcessEnds.hx:13: null
// expect: ProcessEnds.hx:15: 137 137
// expect: ProcessEnds.hx:20: Process creation failure : there-is-no-such-command
// expect: ProcessEnds.hx:24: end
// expect: ProcessEnds.hx:26: 3 null
// no oracle: the interpreter gives no exit code of a killed process and none without waiting
import haxe.io.Eof;
import sys.io.Process;

class ProcessEnds {
	static function main() {
		var p = new Process("sleep", ["20"]);
		trace(p.exitCode(false));
		p.kill();
		trace(p.exitCode() + " " + p.exitCode(false));
		p.close();
		try {
			new Process("there-is-no-such-command", []);
		} catch (e:Dynamic) {
			trace(e);
		}
		p = new Process("exit 0");
		p.exitCode();
		try p.stdin.writeString("nobody reads") catch (e:Eof) trace("end");
		var detached = new Process("sh", ["-c", "exit 3"], true);
		trace(detached.exitCode() + " " + detached.stdout);
		detached.close();
	}
}
