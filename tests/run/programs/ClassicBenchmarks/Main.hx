// expect: 1000 1000 0,500,500
// expect: -0.1645227 -0.1645209
// expect: 49 10 1.2738398 511 255 0,1,7,2,5,8,16,3,19,6,14
// expect: ...................++.........
// expect: ..................++#++.......
// expect: ..............+++####++++++...
// expect: ......++++++++############++..
// expect: .....+++####+##############+..
// expect: +++++#####################++..
// expect: .....+++####+##############+..
// expect: .......+...++++###########++..
// expect: ..............++++++##+++++...
// expect: ..................+++++.......
// expect: bubble:true merge:true quick:true heap:true radix:true shell:true insertion:true builtin:true 
// classic OO benchmarks and rosetta code: richards-like scheduler, deltablue-like constraints, n-body, fannkuch, spectral norm, binary trees, mandelbrot, sorts
interface Strength { var value(get, never):Int; }
class Packet { public var link:Packet; public var id:Int; public var kind:Int; public var datum = 0; public final data = [0, 0, 0, 0]; public function new(l, i, k) { link = l; id = i; kind = k; } public function addTo(q:Packet):Packet { link = null; if (q == null) return this; var p = q; while (p.link != null) p = p.link; p.link = this; return q; } }
enum abstract TState(Int) { var Ready = 0; var Waiting = 1; var Held = 2; @:op(A == B) static function eq(a:TState, b:TState):Bool; }
abstract class TaskBase { public final id:Int; public final pri:Int; public var queue:Packet; public var state = TState.Ready; public var runs = 0; final s:Sched; function new(s, id, pri) { this.s = s; this.id = id; this.pri = pri; } public abstract function run(p:Null<Packet>):Bool; public function step() { runs++; var p = queue; if (p != null) { queue = p.link; p.link = null; } if (!run(p)) state = queue == null ? Waiting : Ready; } }
class Idle extends TaskBase { var seed = 1; var count:Int; public function new(s, n) { super(s, 0, 0); count = n; } public function run(_) { if (--count == 0) { state = Held; return true; } seed = seed & 1 == 0 ? seed >> 1 : (seed >> 1) ^ 0xD008; s.wake(1 + seed % 2); return true; } }
class Worker extends TaskBase { var n = 0; public function new(s, id) super(s, id, id * 10); public function run(p:Null<Packet>):Bool { if (p != null) for (i in 0...4) { n = n % 26 + 1; p.data[i] = 64 + n; } s.send(3 - id, p == null ? new Packet(null, id, 1) : p); return false; } }
class Sched { public final tasks:Array<TaskBase> = []; public var sent = 0; public var steps = 0; public function new() {} public function wake(id:Int) for (t in tasks) if (t.id == id && t.state != Held) t.state = Ready; public function send(id:Int, p:Packet) { for (t in tasks) if (t.id == id) { p.datum++; sent++; t.queue = p.addTo(t.queue); t.state = Ready; return; } throw 'no task $id'; } public function run(max:Int) while (steps < max) { var best:TaskBase = null; for (t in tasks) if (t.state == Ready && (best == null || t.pri > best.pri)) best = t; if (best == null) break; best.step(); steps++; if (steps % 7 == 0) for (t in tasks) if (t.id > 0 && t.queue == null) t.state = Waiting; } }
class Planet { public var x:Float; public var y:Float; public var z:Float; public var vx:Float; public var vy:Float; public var vz:Float; public var m:Float; public function new(x, y, z, vx, vy, vz, m) { this.x = x; this.y = y; this.z = z; this.vx = vx; this.vy = vy; this.vz = vz; this.m = m; } }
class T { public final l:T; public final r:T; public function new(l, r) { this.l = l; this.r = r; } public static function make(d:Int):T return d == 0 ? new T(null, null) : new T(make(d - 1), make(d - 1)); public function check():Int return l == null ? 1 : 1 + l.check() + r.check(); }
class Sorts { public static final all:Array<{ name:String, f:Array<Int>->Array<Int> }> = [{ name: "bubble", f: bubble }, { name: "merge", f: merge }, { name: "quick", f: a -> quick(a) }, { name: "heap", f: heap }, { name: "radix", f: radix }, { name: "shell", f: shell }, { name: "insertion", f: function(a) { for (i in 1...a.length) { var v = a[i], j = i - 1; while (j >= 0 && a[j] > v) { a[j + 1] = a[j]; j--; } a[j + 1] = v; } return a; } }, { name: "builtin", f: a -> { a.sort(Reflect.compare); a; } }];
	static function bubble(a:Array<Int>) { var n = a.length; do { var k = 0; for (i in 1...n) if (a[i - 1] > a[i]) { var t = a[i]; a[i] = a[i - 1]; a[i - 1] = t; k = i; } n = k; } while (n > 1); return a; }
	static function merge(a:Array<Int>):Array<Int> { if (a.length < 2) return a; var m = a.length >> 1, l = merge(a.slice(0, m)), r = merge(a.slice(m)), o = []; while (l.length > 0 && r.length > 0) o.push(l[0] <= r[0] ? l.shift() : r.shift()); return o.concat(l).concat(r); }
	static function quick(a:Array<Int>):Array<Int> return switch a { case [] | [_]: a; case _: var p = a[0], rest = a.slice(1); quick([for (x in rest) if (x < p) x]).concat([p]).concat(quick([for (x in rest) if (x >= p) x])); }
	static function heap(a:Array<Int>) { function sift(i:Int, n:Int) while (true) { var c = 2 * i + 1; if (c >= n) break; if (c + 1 < n && a[c + 1] > a[c]) c++; if (a[i] >= a[c]) break; var t = a[i]; a[i] = a[c]; a[c] = t; i = c; } var i = a.length >> 1; while (i-- > 0) sift(i, a.length); var n = a.length; while (--n > 0) { var t = a[0]; a[0] = a[n]; a[n] = t; sift(0, n); } return a; }
	static function radix(a:Array<Int>) { var neg = a.filter(x -> x < 0).map(x -> -x), pos = a.filter(x -> x >= 0); function lsd(v:Array<Int>) { var e = 1; for (_ in 0...6) { var b = [for (_ in 0...10) []]; for (x in v) b[Std.int(x / e) % 10].push(x); v = Lambda.flatten(b).filter(_ -> true); e *= 10; } return v; } var n = lsd(neg); n.reverse(); return n.map(x -> -x).concat(lsd(pos)); }
	static function shell(a:Array<Int>) { var g = a.length >> 1; while (g > 0) { for (i in g...a.length) { var t = a[i], j = i; while (j >= g && a[j - g] > t) { a[j] = a[j - g]; j -= g; } a[j] = t; } g >>= 1; } return a; } }
class Main {
	static function energy(b:Array<Planet>) { var e = 0.; for (i => p in b) { e += .5 * p.m * (p.vx * p.vx + p.vy * p.vy + p.vz * p.vz); for (j in i + 1...b.length) { var q = b[j], dx = p.x - q.x, dy = p.y - q.y, dz = p.z - q.z; e -= p.m * q.m / Math.sqrt(dx * dx + dy * dy + dz * dz); } } return e; }
	static function advance(b:Array<Planet>, dt:Float) { for (i in 0...b.length) { var p = b[i]; for (j in i + 1...b.length) { var q = b[j], dx = p.x - q.x, dy = p.y - q.y, dz = p.z - q.z, d2 = dx * dx + dy * dy + dz * dz, mag = dt / (d2 * Math.sqrt(d2)); p.vx -= dx * q.m * mag; p.vy -= dy * q.m * mag; p.vz -= dz * q.m * mag; q.vx += dx * p.m * mag; q.vy += dy * p.m * mag; q.vz += dz * p.m * mag; } } for (p in b) { p.x += dt * p.vx; p.y += dt * p.vy; p.z += dt * p.vz; } }
	static function fannkuch(n:Int) { var p = [for (i in 0...n) i], c = [for (_ in 0...n) 0], max = 0, sum = 0, sign = 1; while (true) { var q = p.copy(), f = 0; while (q[0] != 0) { var k = q[0] + 1, h = q.splice(0, k); h.reverse(); q = h.concat(q); f++; } if (f > max) max = f; sum += sign * f; if (sign == 1) { var t = p[0]; p[0] = p[1]; p[1] = t; sign = -1; } else { var t = p[1]; p[1] = p[2]; p[2] = t; sign = 1; var i = 2; while (i < n && c[i] == i) { c[i] = 0; if (i + 1 == n) return '$sum $max'; var t = p[0]; for (j in 0...i + 1) p[j] = p[j + 1]; p[i + 1] = t; i++; } if (i < n) c[i]++; else return '$sum $max'; } } }
	static function spectral(n:Int) { inline function a(i:Int, j:Int) return 1 / ((i + j) * (i + j + 1) / 2 + i + 1); function mul(v:Array<Float>, t:Bool) return [for (i in 0...n) { var s = 0.; for (j in 0...n) s += (t ? a(j, i) : a(i, j)) * v[j]; s; }]; var u = [for (_ in 0...n) 1.], v = u; for (_ in 0...6) { v = mul(mul(u, false), true); u = mul(mul(v, false), true); } var vbv = 0., vv = 0.; for (i in 0...n) { vbv += u[i] * v[i]; vv += v[i] * v[i]; } return Math.sqrt(vbv / vv); }
	static function f9(x:Float) return Math.round(x * 1e7) / 1e7;
	static function hanoi(n:Int, a:String, b:String, c:String):Int return n == 0 ? 0 : hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a);
	static function collatz(n:Int) { var s = 0; while (n != 1) { n = n & 1 == 0 ? n >> 1 : 3 * n + 1; s++; } return s; }
	static function main() {
		var s = new Sched(); s.tasks.push(new Idle(s, 200)); s.tasks.push(new Worker(s, 1)); s.tasks.push(new Worker(s, 2)); s.run(1000); Sys.println(s.steps + " " + s.sent + " " + s.tasks.map(t -> t.runs).join(","));
		var sol = [new Planet(0, 0, 0, 0, 0, 0, 39.47), new Planet(4.84, -1.16, -.10, .6, 2.8, -.02, .037), new Planet(8.34, 4.12, -4.03e-1, -1.01, 1.82, .008, .011)]; Sys.print(f9(energy(sol)) + " "); for (_ in 0...1000) advance(sol, .001); Sys.println(f9(energy(sol)));
		Sys.println(fannkuch(6) + " " + f9(spectral(20)) + " " + T.make(8).check() + " " + hanoi(8, "a", "b", "c") + " " + [for (n in 1...12) collatz(n)].join(","));
		for (y in 0...10) { var l = ""; for (x in 0...30) { var cr = x / 12 - 1.8, ci = y / 4.5 - 1.1, zr = 0., zi = 0., n = 0; while (n < 30 && zr * zr + zi * zi < 4) { var t = zr * zr - zi * zi + cr; zi = 2 * zr * zi + ci; zr = t; n++; } l += n == 30 ? "#" : n > 5 ? "+" : "."; } Sys.println(l); }
		var rnd = 12345, input = [for (_ in 0...60) { rnd = (rnd * 1103515245 + 12345) & 0x7fffffff; (rnd >> 8) % 1000 - 300; }], want = input.copy(); want.sort((a, b) -> a - b); for (x in Sorts.all) Sys.print(x.name + ":" + (x.f(input.copy()).join(",") == want.join(",")) + " "); Sys.println("");
	}
}
