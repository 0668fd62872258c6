// expect: race 9; err oops; 1+2+2; fin; caught small
// expect: Hi BOB! guest [a:zyx][b:21]
// expect: missing }
// expect: 3 true [1,0] 1 null
// expect: 24 ann[1,300,-2]bétrue
// expect: 4.5 0>2>1>3 null
// expect: 01:0.59 - - - 13:1 -
// expect: ticks 3
// expect: delayed true
// promhx-like promises with timers, erazor-like template parser, castle-like data, printf, hxbit-like serialisation, dijkstra, collision
import haxe.Timer;
import haxe.ds.*;
import haxe.DynamicAccess;
using StringTools;
using Lambda;

private enum State<T> { Pending; Resolved(v:T); Rejected(e:Dynamic); }
@:allow(Deferred)
class Promise<T> {
	var state:State<T> = Pending; var subs:Array<{ ok:T->Void, err:Dynamic->Void }> = []; static var queue:Array<Void->Void> = [];
	function new() {}
	public static function make<T>(f:(T->Void)->(Dynamic->Void)->Void):Promise<T> { var d = new Deferred<T>(); try f(d.resolve, d.reject) catch (e:Dynamic) d.reject(e); return d.promise(); }
	public static function value<T>(v:T):Promise<T> return make((r, _) -> r(v));
	public static function fail<T>(e:Dynamic):Promise<T> return make((_, j) -> j(e));
	function settle(s:State<T>) { if (state != Pending) return; state = s; for (x in subs) notify(x); subs = []; }
	function notify(s:{ ok:T->Void, err:Dynamic->Void }) queue.push(() -> switch state { case Resolved(v): s.ok(v); case Rejected(e): s.err(e); case Pending: });
	function sub(ok, err) { var s = { ok: ok, err: err }; if (state == Pending) subs.push(s) else notify(s); }
	public function then<A>(f:T->A):Promise<A> return make((res, rej) -> sub(v -> try res(f(v)) catch (e:Dynamic) rej(e), rej));
	public function pipe<A>(f:T->Promise<A>):Promise<A> return make((res, rej) -> sub(v -> try f(v).sub(res, rej) catch (e:Dynamic) rej(e), rej));
	public function catchError(f:Dynamic->T):Promise<T> return make((res, rej) -> sub(res, e -> try res(f(e)) catch (x:Dynamic) rej(x)));
	public function finally(f:Void->Void):Promise<T> return then(v -> { f(); v; }).catchError(e -> { f(); throw e; });
	public static function all<T>(l:Iterable<Promise<T>>):Promise<Array<T>> return make(function(res, rej) { var a = l.array(), out:Array<T> = [], n = a.length; if (n == 0) res([]); for (i => p in a) p.sub(v -> { out[i] = v; if (--n == 0) res(out); }, rej); });
	public static function race<T>(l:Array<Promise<T>>):Promise<T> return make((res, rej) -> for (p in l) p.sub(res, rej));
	public static function loop() { var n = 0; while (queue.length > 0) { queue.shift()(); n++; } return n; }
}
class Deferred<T> { final p = new Promise<T>(); public function new() {} public function resolve(v:T) p.settle(Resolved(v)); public function reject(e:Dynamic) p.settle(Rejected(e)); public function promise() return p; }

enum TBlock { Lit(s:String); Print(path:String, ?filter:String); If(c:String, t:Array<TBlock>, e:Array<TBlock>); For(v:String, list:String, b:Array<TBlock>); }
class Erazor {
	static var filters:DynamicAccess<String->String> = { upper: s -> s.toUpperCase(), rev: s -> { var a = s.split(""); a.reverse(); a.join(""); } };
	var s:String; var p = 0; public function new(s) this.s = s;
	public function parse(?close = ""):Array<TBlock> { var out = [], lit = new StringBuf(); inline function flush() if (lit.length > 0) { out.push(Lit(lit.toString())); lit = new StringBuf(); } while (p < s.length) { if (s.charAt(p) == "@") { flush(); p++; out.push(tag()); } else if (close != "" && s.charAt(p) == close) { p++; flush(); return out; } else lit.add(s.charAt(p++)); } if (close != "") throw 'missing $close'; flush(); return out; }
	function word() { var r = ~/^[A-Za-z_.0-9]+/; if (!r.match(s.substr(p))) throw 'name expected at $p'; p += r.matched(0).length; return r.matched(0); }
	function eat(c:String) { while (s.charAt(p) == " ") p++; if (s.substr(p, c.length) != c) return false; p += c.length; return true; }
	function tag():TBlock return switch word() { case "if" if (eat("(")): var c = word(); eat(")"); eat("{"); var t = parse("}"); If(c, t, eat("else") && eat("{") ? parse("}") : []); case "for" if (eat("(")): var v = word(); eat("in"); eat(" "); var l = word(); eat(")"); eat("{"); For(v, l, parse("}")); case w: eat("|") ? Print(w, word()) : Print(w); }
	static function get(ctx:DynamicAccess<Dynamic>, path:String):Dynamic { var v:Dynamic = ctx; for (k in path.split(".")) v = v == null ? null : Reflect.field(v, k); return v; }
	public static function render(b:Array<TBlock>, ctx:DynamicAccess<Dynamic>):String return [for (x in b) switch x { case Lit(s): s; case Print(p, null): Std.string(get(ctx, p)); case Print(p, f): filters[f](Std.string(get(ctx, p))); case If(c, t, els): var v:Dynamic = get(ctx, c); render(v != null && v != (false : Dynamic) && v != (0 : Dynamic) ? t : els, ctx); case For(v, l, b): [for (item in (get(ctx, l) : Array<Dynamic>)) { var c2 = ctx.copy(); c2[v] = item; render(b, c2); }].join(""); }].join("");
}
typedef MonsterDef = { var id:MonsterId; var hp:Int; var ?boss:Bool; var loot:Array<{ item:String, chance:Float }>; }
enum abstract MonsterId(String) to String { var Slime = "slime"; var Dragon = "dragon"; }
class Db { final byId = new Map<String, MonsterDef>(); public final all:Array<MonsterDef>; public function new(json:String) { all = haxe.Json.parse(json); for (m in all) byId.set(m.id, m); } public inline function get(id:MonsterId):MonsterDef return byId[id]; public static macro function build() return null; }
interface Serializable { function write(c:Ctx):Void; function read(c:Ctx):Void; }
class Ctx { public final out = new haxe.io.BytesBuffer(); public var inp:haxe.io.BytesInput; final refs:Array<Serializable> = []; final seen = new ObjectMap<{}, Int>(); public function new(?b:haxe.io.Bytes) if (b != null) inp = new haxe.io.BytesInput(b);
	public function int(v:Int) { if (v >= 0 && v < 0x80) out.addByte(v) else { out.addByte(0x80); out.addInt32(v); } } public function getInt() { var b = inp.readByte(); return b == 0x80 ? inp.readInt32() : b; } public function str(s:Null<String>) { if (s == null) { int(0); return; } var b = haxe.io.Bytes.ofString(s); int(b.length + 1); out.add(b); } public function getStr():Null<String> { var n = getInt(); return n == 0 ? null : inp.readString(n - 1); } public function arr<T>(a:Array<T>, f:T->Void) { int(a.length); for (x in a) f(x); } public function getArr<T>(f:() -> T):Array<T> return [for (_ in 0...getInt()) f()];
	public function obj<T:Serializable>(o:Null<T>) { if (o == null) { int(0); return; } if (seen.exists(o)) { int(seen.get(o)); return; } refs.push(o); seen.set(o, refs.length); int(refs.length); o.write(this); } public function getObj<T:Serializable>(c:Class<T>):Null<T> { var id = getInt(); if (id == 0) return null; if (id <= refs.length) return cast refs[id - 1]; var o = Type.createEmptyInstance(c); refs.push(o); o.read(this); return o; } }
class Unit implements Serializable { public var name:String; public var pos:Array<Int>; public var target:Null<Unit>; public function new(n, p) { name = n; pos = p; } public function write(c:Ctx) { c.str(name); c.arr(pos, c.int); c.obj(target); } public function read(c:Ctx) { name = c.getStr(); pos = c.getArr(c.getInt); target = c.getObj(Unit); } }
class Graph<N> { final edges = new Map<String, Array<{ to:N, w:Float }>>(); final name:N->String; public function new(name) this.name = name; public function edge(a:N, b:N, w = 1.) { for (p in [{ a: a, b: b }, { a: b, b: a }]) { var k = name(p.a); if (!edges.exists(k)) edges[k] = []; edges[k].push({ to: p.b, w: w }); } return this; } public function path(a:N, b:N):Null<{ cost:Float, via:Array<N> }> { var dist = [name(a) => 0.], prev = new Map<String, N>(), done = new Map<String, Bool>(), q = [a]; while (q.length > 0) { q.sort((x, y) -> Reflect.compare(dist[name(x)], dist[name(y)])); var n = q.shift(), k = name(n); if (done[k]) continue; done[k] = true; if (k == name(b)) { var via = [b], at = b; while (prev.exists(name(at))) via.unshift(at = prev[name(at)]); return { cost: dist[k], via: via }; } for (e in edges[k]) { var d = dist[k] + e.w, t = name(e.to); if (!dist.exists(t) || d < dist[t]) { dist[t] = d; prev[t] = n; q.push(e.to); } } } return null; } }
abstract class Coll { public var x:Float; public var y:Float; function new(x, y) { this.x = x; this.y = y; } public abstract function test(o:Coll):Null<Float>; abstract function vsCircle(c:CircleC):Null<Float>; abstract function vsBox(b:BoxC):Null<Float>; }
class CircleC extends Coll { public final r:Float; public function new(x, y, r) { super(x, y); this.r = r; } public function test(o:Coll) return @:privateAccess o.vsCircle(this); function vsCircle(c:CircleC):Null<Float> { var d = r + c.r - Math.sqrt((x - c.x) * (x - c.x) + (y - c.y) * (y - c.y)); return d > 0 ? d : null; } function vsBox(b:BoxC):Null<Float> { var cx = Math.max(b.x, Math.min(x, b.x + b.w)), cy = Math.max(b.y, Math.min(y, b.y + b.h)), d = r - Math.sqrt((x - cx) * (x - cx) + (y - cy) * (y - cy)); return d > 0 ? d : null; } }
class BoxC extends Coll { public final w:Float; public final h:Float; public function new(x, y, w, h) { super(x, y); this.w = w; this.h = h; } public function test(o:Coll) return @:privateAccess o.vsBox(this); function vsCircle(c:CircleC) return @:privateAccess c.vsBox(this); function vsBox(b:BoxC):Null<Float> { var ox = Math.min(x + w, b.x + b.w) - Math.max(x, b.x), oy = Math.min(y + h, b.y + b.h) - Math.max(y, b.y); return ox > 0 && oy > 0 ? Math.min(ox, oy) : null; } }
class Main { static function main() {
	var log = [], d = new Deferred<Int>();
	d.promise().then(v -> v * 2).pipe(v -> v > 5 ? Promise.value('big $v') : Promise.fail("small")).catchError(e -> 'caught $e').finally(() -> log.push("fin")).then(s -> log.push(s));
	Promise.all([Promise.value(1), Promise.value(2), d.promise()]).then(a -> log.push(a.join("+"))); Promise.race([d.promise(), Promise.value(9)]).then(v -> log.push("race " + v)); Promise.value(1).then(function(v):Int throw "oops").then(_ -> log.push("never")).catchError(e -> { log.push("err " + e); 0; });
	Promise.loop(); d.resolve(2); d.resolve(100); Promise.loop(); Sys.println(log.join("; "));
	var t = new Erazor("Hi @name|upper! @if(vip){VIP}else{guest} @for(i in items){[@i.n:@i.q|rev]}").parse(); Sys.println(Erazor.render(t, (cast { name: "bob", vip: 0, items: [{ n: "a", q: "xyz" }, { n: "b", q: "12" }] } : DynamicAccess<Dynamic>))); try new Erazor("@if(x){abc").parse() catch (e:String) Sys.println(e);
	var db = new Db('[{"id":"slime","hp":3,"loot":[{"item":"goo","chance":0.5}]},{"id":"dragon","hp":300,"boss":true,"loot":[]}]'); Sys.println(db.get(Slime).hp + " " + db.get(Dragon).boss + " " + db.all.map(m -> m.loot.length) + " " + db.get(Slime).loot[0].chance * 2 + " " + db.get(Slime).boss);
	var a = new Unit("ann", [1, 300, -2]), b = new Unit("bé", []); a.target = b; b.target = a; var c = new Ctx(); c.obj(a); var bytes = c.out.getBytes(), r = new Ctx(bytes).getObj(Unit); Sys.println(bytes.length + " " + r.name + r.pos + r.target.name + (r.target.target == r));
	var g = new Graph<{ id:Int }>(n -> "n" + n.id), ns = [for (i in 0...5) { id: i }]; g.edge(ns[0], ns[1], 4).edge(ns[0], ns[2]).edge(ns[2], ns[1], 1.5).edge(ns[1], ns[3], 2); var p = g.path(ns[0], ns[3]); Sys.println(p.cost + " " + p.via.map(n -> n.id).join(">") + " " + g.path(ns[0], ns[4]));
	var shapes:Array<Coll> = [new CircleC(0, 0, 2), new BoxC(1, 1, 2, 2), new CircleC(10, 0, 1), new BoxC(2, 2, 5, 5)]; Sys.println([for (i in 0...4) for (j in i + 1...4) { var h = shapes[i].test(shapes[j]); h == null ? '-' : '$i$j:' + Math.round(h * 100) / 100; }].join(" "));
	var n = 0, timer = new Timer(5); timer.run = () -> { n++; if (n == 3) { timer.stop(); Sys.println("ticks " + n); } }; Timer.delay(() -> Sys.println("delayed " + (n >= 3)), 500);
} }
