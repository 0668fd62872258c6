// trace prints all its arguments, as the library's haxe.Log does.
// no oracle: the interpreter has a trace of its own, which puts a comma without a space
// expect: TraceMany.hx:7: 1.5, and, true, null
// expect: TraceMany.hx:8: a, 1
class TraceMany {
	static function main() {
		trace(1.5, "and", true, null);
		trace("a", 1);
	}
}
