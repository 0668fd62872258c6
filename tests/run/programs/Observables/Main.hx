// expect: sum is 3 -> sum is 12; sum is 12 -> sum is 20 sum is 10
// expect: 10
// expect: now: sum is 10
// expect: 6
// expect: [item2,item4]
// expect: 4 true
// expect: no binding for Main
// expect: running from Idle
// expect: start true running
// expect: start false running
// expect: pause true Paused
// expect: running from Paused
// expect: resume true running
// expect: stopped
// expect: stop true Stopped
// expect: http://localhost:8080 null
// expect: http://h:80 1
// expect: onetwo[0a,1b]
// expect: [2,4,6,8,10]
// observable / reactive / DI container / state machine in Haxe 4 style
import haxe.Constraints.Constructible;
import haxe.ds.Option;
import haxe.ds.ReadOnlyArray;
using Lambda;

abstract Observable<T>(ObservableData<T>) {
	public var value(get, set):T;
	public inline function new(v:T) this = new ObservableData(v);
	inline function get_value() return this.value;
	function set_value(v:T) { if (v != this.value) { final old = this.value; this.value = v; for (l in this.listeners.copy()) l(v, old); } return v; }
	public function bind(f:(now:T, before:T) -> Void, ?options:{ ?immediate:Bool }):() -> Void {
		this.listeners.push(f);
		if (options != null && options.immediate == true) f(this.value, this.value);
		return () -> this.listeners.remove(f);
	}
	public function map<R>(f:T->R):Observable<R> {
		final r = new Observable(f(this.value));
		bind((v, _) -> r.value = f(v));
		return r;
	}
	public static function combine<A, B, C>(a:Observable<A>, b:Observable<B>, f:(A, B) -> C):Observable<C> {
		final r = new Observable(f(a.value, b.value));
		a.bind((v, _) -> r.value = f(v, b.value));
		b.bind((v, _) -> r.value = f(a.value, v));
		return r;
	}
	@:to inline function toValue():T return this.value;
	@:from static inline function ofConst<T>(v:T):Observable<T> return new Observable(v);
}
private class ObservableData<T> {
	public var value:T;
	public final listeners:Array<(T, T) -> Void> = [];
	public function new(v) value = v;
}
class Container {
	final makers = new Map<String, () -> Dynamic>();
	final cache:Map<String, Dynamic> = [];
	public function new() {}
	public function bind<T>(c:Class<T>, f:Container->T) makers[Type.getClassName(c)] = () -> f(this);
	@:generic public function auto<T:Constructible<() -> Void>>(c:Class<T>) makers[Type.getClassName(c)] = () -> Type.createInstance(c, []);
	public function get<T>(c:Class<T>):T {
		final n = Type.getClassName(c);
		if (!cache.exists(n)) cache[n] = switch makers[n] { case null: throw 'no binding for $n'; case f: f(); };
		return cast cache[n];
	}
}
class Log { public final lines:Array<String> = []; public function new() {} public function add(s:String) lines.push(s); }
class Repo { final log:Log; public function new(l) { log = l; } public function find(id:Int):Option<String> { log.add('find $id'); return id % 2 == 0 ? Some('item$id') : None; } }
class Service { final repo:Repo; public function new(r:Repo) repo = r; public function names(ids:ReadOnlyArray<Int>) return [for (i in ids) switch repo.find(i) { case Some(v): v; case None: continue; }]; }

enum abstract State(String) to String { var Idle; var Running = "running"; var Paused; var Stopped; }
enum abstract Trig(Int) { final Start; final Pause; final Resume; final Stop; public function toString() return ["start", "pause", "resume", "stop"][this]; }
class Machine {
	public var state(default, null):State = Idle;
	final table:Map<State, Map<Trig, State>> = [
		Idle => [Start => Running],
		Running => [Pause => Paused, Stop => Stopped],
		Paused => [Resume => Running, Stop => Stopped],
	];
	final enter:Map<State, Array<State->Void>> = [];
	public function new() {}
	public function on(s:State, f:State->Void) { if (!enter.exists(s)) enter[s] = []; enter[s].push(f); return this; }
	public function fire(t:Trig):Bool {
		final next = table.exists(state) ? table[state].get(t) : null;
		if (next == null) return false;
		final prev = state;
		state = next;
		if (enter[next] != null) enter[next].iter(f -> f(prev));
		return true;
	}
}
@:structInit class Config { public final host:String = "localhost"; public final port:Int = 80; @:optional public final tags:Array<String>; public function url() return 'http://$host:$port'; }
final globalCounter = new Observable(0);
function bump(by = 1) return globalCounter.value += by;
class Main {
	static function main() {
		final a = new Observable(1), b = new Observable(2);
		final sum = Observable.combine(a, b, (x, y) -> x + y);
		final text = sum.map(s -> 'sum is $s');
		final log = [];
		final off = text.bind((now, before) -> log.push('$before -> $now'));
		a.value = 10;
		b.value = 10;
		b.value = 10;
		off();
		a.value = 0;
		Sys.println(log.join("; ") + " " + text.value);
		final n:Int = sum;
		Sys.println(n);
		text.bind((n, _) -> Sys.println("now: " + n), { immediate: true });
		bump(); bump(5);
		Sys.println(globalCounter.value);
		final c = new Container();
		c.auto(Log);
		c.bind(Repo, c -> new Repo(c.get(Log)));
		c.bind(Service, c -> new Service(c.get(Repo)));
		Sys.println(c.get(Service).names([1, 2, 3, 4]));
		Sys.println(c.get(Log).lines.length + " " + (c.get(Service) == c.get(Service)));
		try c.get(Main) catch (e:String) Sys.println(e);
		final m = new Machine().on(Running, p -> Sys.println('running from ${(p : String)}')).on(Stopped, _ -> Sys.println("stopped"));
		for (t in [Start, Start, Pause, Resume, Stop]) Sys.println(t.toString() + " " + m.fire(t) + " " + m.state);
		final cfg:Config = { port: 8080 };
		Sys.println(cfg.url() + " " + cfg.tags);
		final cfg2:Config = { host: "h", tags: ["x"] };
		Sys.println(cfg2.url() + " " + cfg2.tags.length);
		final m2 = ["one" => 1, "two" => 2];
		final inv = [for (k => v in m2) v => k];
		Sys.println(inv[1] + inv[2] + [for (i => x in ["a", "b"]) '$i$x']);
		var i = 0;
		final evens = [while (i < 10) { i++; if (i % 2 == 0) i; }];
		Sys.println(evens);
	}
}
