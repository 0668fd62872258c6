// expect: 0:b1 1:b2 2:a done 2:c done 3:b3 3:b done
// expect: a=3 c=error crash b=42
// expect: [0,9,36,81] [1,2,4,8,16,32,64] [a1,b2]
// expect: 0:3,1:1,2:2,3:7,4:8 120 [[1,2],[3,4],[5]]
// expect: 123 132 213 231 312 321 
// expect: 2b,3c 4=d 1=A null2
// expect: >hello! insert "!"+insert ">" hello insert "!"+insert ">" >hello! insert "!"+insert ">"insert "hello"null ''
// expect: page /x in,out
// expect: denied in,out
// expect: -v, --verbose  talk
// expect: -a, --all  everything
// expect: -o, --out=X  file [a.out]
// expect: -l, --level=X  number
// expect: <src>
// expect: [dst]
// expect: verbose,all|x|null|in|null|
// expect: |y|3|in|out|more,-z
// expect: error: unknown option --nope
// expect: error: missing value for -l
// expect: error: missing argument <src>
import sched.Fiber;
import sched.*;
using sched.IterTools;

// schedulers, generators as iterators, lazy sequences, event loop, LRU cache, command pattern with undo, command-line parser, loggers, middleware
class Lru<K, V> {
	final cap:Int; final map:Map<String, Entry<K, V>> = []; var head:Entry<K, V>; var tail:Entry<K, V>;
	public var size(default, null) = 0;
	public var onEvict:(K, V) -> Void = (_, _) -> {};
	public function new(cap) this.cap = cap;
	public function get(k:K):Null<V> { var e = map[Std.string(k)]; if (e == null) return null; unlink(e); push(e); return e.v; }
	public function set(k:K, v:V) {
		var key = Std.string(k), e = map[key];
		if (e != null) { e.v = v; unlink(e); } else { e = new Entry(k, v); map[key] = e; size++; }
		push(e);
		if (size > cap) { var old = tail; unlink(old); map.remove(Std.string(old.k)); size--; onEvict(old.k, old.v); }
	}
	function unlink(e:Entry<K, V>) { if (e.prev != null) e.prev.next = e.next else head = e.next; if (e.next != null) e.next.prev = e.prev else tail = e.prev; e.prev = e.next = null; }
	function push(e:Entry<K, V>) { e.next = head; if (head != null) head.prev = e; head = e; if (tail == null) tail = e; }
	public function keyValueIterator() { var e = head; return { hasNext: () -> e != null, next: () -> { var r = { key: e.k, value: e.v }; e = e.next; r; } }; }
}
private class Entry<K, V> { public final k:K; public var v:V; public var prev:Entry<K, V>; public var next:Entry<K, V>; public function new(k, v) { this.k = k; this.v = v; } }
interface Command { function run():Void; function undo():Void; var label(get, never):String; }
class Insert implements Command { final d:Doc; final at:Int; final s:String; public var label(get, never):String;
	public function new(d, at, s) { this.d = d; this.at = at; this.s = s; } function get_label() return 'insert "$s"';
	public function run() d.text = d.text.substr(0, at) + s + d.text.substr(at); public function undo() d.text = d.text.substr(0, at) + d.text.substr(at + s.length); }
class Macro implements Command { final l:Array<Command>; public var label(get, never):String;
	public function new(...l:Command) this.l = l.toArray(); function get_label() return l.map(c -> c.label).join("+");
	public function run() for (c in l) c.run(); public function undo() { var i = l.length; while (i-- > 0) l[i].undo(); } }
class Doc { public var text = ""; final done:Array<Command> = []; final undone:Array<Command> = []; public function new() {}
	public function exec(c:Command) { c.run(); done.push(c); undone.resize(0); return this; }
	public function undo() return switch done.pop() { case null: null; case c: c.undo(); undone.push(c); c.label; }
	public function redo() return switch undone.pop() { case null: null; case c: c.run(); done.push(c); c.label; } }
typedef Ctx = { path:String, log:Array<String>, ?user:String, ?body:String };
typedef Next = () -> Void;
typedef Middleware = (Ctx, Next) -> Void;
class App { final mw:Array<Middleware> = []; public function new() {} public function use(m:Middleware) { mw.push(m); return this; }
	public function handle(path:String):Ctx { var c:Ctx = { path: path, log: [] }; function go(i:Int) if (i < mw.length) mw[i](c, () -> go(i + 1)); go(0); return c; } }
enum ArgSpec { Flag(name:String, short:String, help:String); Value(name:String, short:String, def:Null<String>, help:String); Positional(name:String, required:Bool); }
class Cli {
	final specs:Array<ArgSpec>; public final values:Map<String, String> = []; public final flags:Array<String> = []; public final rest:Array<String> = [];
	public function new(specs) this.specs = specs;
	public function parse(args:Array<String>):Cli {
		var it = args.iterator(), pos = [for (s in specs) switch s { case Positional(n, _): n; case _: continue; }];
		for (s in specs) switch s { case Value(n, _, d, _) if (d != null): values[n] = d; case _: }
		while (it.hasNext()) switch it.next() {
			case "--": while (it.hasNext()) rest.push(it.next());
			case a if (StringTools.startsWith(a, "--") && a.indexOf("=") > 0): var p = a.substr(2).split("="); take(p[0], () -> p[1]);
			case a if (StringTools.startsWith(a, "--")): take(a.substr(2), () -> if (it.hasNext()) it.next() else throw 'missing value for $a');
			case a if (a.length > 1 && a.charAt(0) == "-"): for (c in a.substr(1).split("")) take(long(c), () -> it.hasNext() ? it.next() : throw 'missing value for -$c');
			case a if (pos.length > 0): values[pos.shift()] = a;
			case a: rest.push(a);
		}
		for (s in specs) switch s { case Positional(n, true) if (!values.exists(n)): throw 'missing argument <$n>'; default: }
		return this;
	}
	function long(c:String) { for (s in specs) switch s { case Flag(n, sh, _) | Value(n, sh, _, _) if (sh == c): return n; case _: } throw 'unknown option -$c'; }
	function take(n:String, v:() -> String) { for (s in specs) switch s { case Flag(x, _, _) if (x == n): flags.push(n); return; case Value(x, _, _, _) if (x == n): values[n] = v(); return; case _: } throw 'unknown option --$n'; }
	public function usage() return [for (s in specs) switch s { case Flag(n, c, h): '-$c, --$n  $h'; case Value(n, c, null, h): '-$c, --$n=X  $h'; case Value(n, c, d, h): '-$c, --$n=X  $h [$d]'; case Positional(n, r): r ? '<$n>' : '[$n]'; }].join("\n");
}
class Main {
	static function main() {
		var s = new Scheduler();
		s.spawn("a", new CountTask("a", 3));
		s.spawn("b", Fiber.of([() -> { s.log("b1"); Yield; }, () -> { s.log("b2"); Sleep(2); }, () -> { s.log("b3"); Done(42); }]));
		s.spawn("c", new FnTask(t -> t < 2 ? Yield : throw "crash"));
		s.runAll();
		Sys.println(s.lines.join(" "));
		Sys.println([for (n => r in s.results()) '$n=$r'].join(" "));
		Sys.println((0...20).filter(x -> x % 3 == 0).map(x -> x * x).take(4).toArray() + " " + IterTools.from(1, x -> x * 2).takeWhile(x -> x < 100).toArray() + " " + ["a", "b"].zip([1, 2, 3]).map(p -> p.a + p.b).toArray());
		Sys.println([for (x in [3, 1, 2].iterator().chain((7...9)).enumerate()) x.i + ":" + x.v].join(",") + " " + (1...6).reduce((a, b) -> a * b, 1) + " " + [1, 2, 3, 4, 5].chunks(2).toArray());
		for (p in [1, 2, 3].permutations()) Sys.print(p.join("") + " ");
		Sys.println("");
		var c = new Lru<Int, String>(2), ev = [];
		c.onEvict = (k, v) -> ev.push('$k$v');
		c.set(1, "a"); c.set(2, "b"); c.get(1); c.set(3, "c"); c.set(1, "A"); c.set(4, "d");
		Sys.println(ev.join(",") + " " + [for (k => v in c) '$k=$v'].join(" ") + " " + c.get(2) + c.size);
		var d = new Doc();
		d.exec(new Insert(d, 0, "hello")).exec(new Macro(new Insert(d, 5, "!"), new Insert(d, 0, ">")));
		Sys.println(d.text + " " + d.undo() + " " + d.text + " " + d.redo() + " " + d.text + " " + d.undo() + d.undo() + d.undo() + " '" + d.text + "'");
		var app = new App().use((c, n) -> { c.log.push("in"); n(); c.log.push("out"); }).use((c, next) -> if (c.path == "/secret" && c.user == null) c.body = "denied" else next()).use((c, _) -> c.body = 'page ${c.path}');
		for (p in ["/x", "/secret"]) { var r = app.handle(p); Sys.println(r.body + " " + r.log.join(",")); }
		var specs = [Flag("verbose", "v", "talk"), Flag("all", "a", "everything"), Value("out", "o", "a.out", "file"), Value("level", "l", null, "number"), Positional("src", true), Positional("dst", false)];
		Sys.println(new Cli(specs).usage());
		for (a in ["-va -o x in", "--out=y --level 3 in out more -- -z", "--nope", "-l", ""]) try {
			var r = new Cli(specs).parse(a == "" ? [] : a.split(" "));
			Sys.println(r.flags.join(",") + "|" + r.values["out"] + "|" + r.values["level"] + "|" + r.values["src"] + "|" + r.values["dst"] + "|" + r.rest.join(","));
		} catch (e:String) Sys.println("error: " + e);
	}
}
