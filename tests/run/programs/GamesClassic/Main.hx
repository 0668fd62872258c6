// expect: settled
// expect: 0x4 1x4 1x2 true 300 #4(3,0)
// expect: (0,0)true
// expect: 0
// expect: 60 pieces, 23 lines, score 2500
// expect: ...G.G....
// expect: ..GGGG....
// expect: ..GEGG....
// expect: > look
// expect: A dusty hall. There is a brass lamp. Exits: down, up
// expect: > take lamp
// expect: Taken.
// expect: > go up
// expect: It is locked.
// expect: > down
// expect: A dark cellar. There is a rusty key. Exits: up
// expect: > take key
// expect: Taken.
// expect: > inv
// expect: You carry: lamp, key
// expect: > up
// expect: A dusty hall. Exits: down, up
// expect: > use key
// expect: Click.
// expect: > go up
// expect: The tower top. There is a shiny gem. Exits: down
// expect: > take gem
// expect: Taken.
// expect: > dance
// expect: What?
// expect: > west
// expect: What?
// expect: > use lamp
// expect: Nothing happens.
// expect: true
// expect: Hello World!
// expect: echo
// expect: unbalanced [ at 0
// expect: unbalanced ] at 0
// idioms zoo 2: games & simulation in the Haxe 3 style
package;

class Vec2 { public var x:Float; public var y:Float; public inline function new(x:Float = 0, y:Float = 0) { this.x = x; this.y = y; } public inline function add(o:Vec2):Vec2 return new Vec2(x + o.x, y + o.y); public inline function mul(k:Float):Vec2 return new Vec2(x * k, y * k); public function toString():String return "(" + r(x) + "," + r(y) + ")"; static inline function r(f:Float):Float return Math.round(f * 100) / 100; }
class Body {
	static var NEXT_ID:Int = 0;
	public var id(default, null):Int; public var pos:Vec2; public var vel:Vec2; public var mass(default, set):Float; public var invMass(default, null):Float; public var radius:Float; public var restitution:Float = 0.8; @:isVar public var sleeping(get, set):Bool = false;
	var force:Vec2; var listeners:Array<Body->Body->Void>;
	public function new(x:Float, y:Float, ?radius:Float = 1, ?mass:Float = 1) { id = NEXT_ID++; pos = new Vec2(x, y); vel = new Vec2(); force = new Vec2(); this.mass = mass; this.radius = radius; listeners = []; }
	function set_mass(m:Float):Float { invMass = m == 0 ? 0 : 1 / m; return mass = m; }
	function get_sleeping():Bool return sleeping; function set_sleeping(b:Bool):Bool { if (b) vel = new Vec2(); return sleeping = b; }
	public function applyForce(f:Vec2):Void { if (invMass != 0) force = force.add(f); }
	public function integrate(dt:Float):Void { if (invMass == 0 || sleeping) return; vel = vel.add(force.mul(invMass * dt)); pos = pos.add(vel.mul(dt)); force = new Vec2(); }
	public function onCollide(f:Body->Body->Void):Void listeners.push(f);
	@:allow(World) function hit(o:Body):Void { for (l in listeners) l(this, o); }
	public function toString():String return "#" + id + pos;
}
class World {
	public var bodies(default, null):Array<Body>; public var gravity:Vec2; public var steps(default, null):Int = 0; var pairs:Map<Int, Bool>;
	public function new(g:Vec2) { gravity = g; bodies = new Array(); pairs = new Map<Int, Bool>(); }
	public function add(b:Body):Body { bodies.push(b); return b; }
	public function step(dt:Float):Int {
		steps++; var contacts = 0;
		for (b in bodies) { b.applyForce(gravity.mul(b.mass)); b.integrate(dt); if (b.pos.y - b.radius < 0 && b.invMass > 0) { b.pos.y = b.radius; b.vel.y = -b.vel.y * b.restitution; b.vel.x *= 0.95; contacts++; if (Math.abs(b.vel.y) < 0.3) b.vel.y = 0; } }
		for (i in 0...bodies.length) for (j in (i + 1)...bodies.length) {
			var a = bodies[i], b = bodies[j], dx = b.pos.x - a.pos.x, dy = b.pos.y - a.pos.y, d = Math.sqrt(dx * dx + dy * dy), pen = a.radius + b.radius - d, key = a.id << 16 | b.id;
			if (pen <= 0 || d == 0) { pairs.remove(key); continue; }
			if (!pairs.exists(key)) { pairs.set(key, true); a.hit(b); b.hit(a); }
			contacts++; var nx = dx / d, ny = dy / d, im = a.invMass + b.invMass; if (im == 0) continue;
			var rv = (b.vel.x - a.vel.x) * nx + (b.vel.y - a.vel.y) * ny; if (rv < 0) { var jn = -(1 + Math.min(a.restitution, b.restitution)) * rv / im; a.vel.x -= jn * a.invMass * nx; a.vel.y -= jn * a.invMass * ny; b.vel.x += jn * b.invMass * nx; b.vel.y += jn * b.invMass * ny; }
			var c = pen / im * 0.8; a.pos.x -= nx * c * a.invMass; a.pos.y -= ny * c * a.invMass; b.pos.x += nx * c * b.invMass; b.pos.y += ny * c * b.invMass;
		}
		return contacts;
	}
	public var energy(get, never):Float; function get_energy():Float { var e = 0.0; for (b in bodies) e += 0.5 * b.mass * (b.vel.x * b.vel.x + b.vel.y * b.vel.y); return e; }
}
class Tetris {
	static var SHAPES:Array<Array<Array<Int>>> = [[[1, 1, 1, 1]], [[1, 1], [1, 1]], [[0, 1, 0], [1, 1, 1]], [[1, 0, 0], [1, 1, 1]], [[0, 0, 1], [1, 1, 1]], [[0, 1, 1], [1, 1, 0]], [[1, 1, 0], [0, 1, 1]]];
	static inline var W = 10; static inline var H = 12;
	var board:Array<Array<Int>>; var piece:Array<Array<Int>>; var px:Int; var py:Int; var seed:Int = 7; public var score:Int = 0; public var over(default, null):Bool = false; public var lines = 0;
	public function new() { board = [for (y in 0...H) [for (x in 0...W) 0]]; spawn(); }
	function rnd(n:Int):Int { seed = (seed * 1103515245 + 12345) & 0x7fffffff; return (seed >> 16) % n; }
	function spawn():Void { var k = rnd(SHAPES.length); piece = [for (r in SHAPES[k]) [for (c in r) c * (k + 1)]]; px = Std.int((W - piece[0].length) / 2); py = 0; if (!fits(piece, px, py)) over = true; }
	function fits(p:Array<Array<Int>>, x:Int, y:Int):Bool { for (j in 0...p.length) for (i in 0...p[j].length) if (p[j][i] != 0) { var bx = x + i, by = y + j; if (bx < 0 || bx >= W || by >= H || board[by][bx] != 0) return false; } return true; }
	public function rotate():Bool { var r = [for (i in 0...piece[0].length) [for (j in 0...piece.length) piece[piece.length - 1 - j][i]]]; for (k in [0, 1, -1, 2]) if (fits(r, px + k, py)) { piece = r; px += k; return true; } return false; }
	public function move(dx:Int):Bool { if (fits(piece, px + dx, py)) { px += dx; return true; } return false; }
	public function drop():Int { while (fits(piece, px, py + 1)) py++; for (j in 0...piece.length) for (i in 0...piece[j].length) if (piece[j][i] != 0) board[py + j][px + i] = piece[j][i]; var full = board.filter(function(r) return Lambda.foreach(r, function(c) return c != 0)); for (f in full) { board.remove(f); board.unshift([for (x in 0...W) 0]); } lines += full.length; score += [0, 100, 300, 500, 800][full.length]; spawn(); return full.length; }
	public function best():Void { var b = { s: -1e9, r: 0, x: 0 }; for (r in 0...4) { for (x in -2...W) if (fits(piece, x, py)) { var y = py; while (fits(piece, x, y + 1)) y++; var s = evaluate(x, y); if (s > b.s) b = { s: s, r: r, x: x }; } rotate(); } for (r in 0...b.r) rotate(); if (fits(piece, b.x, py)) px = b.x; drop(); }
	function evaluate(x:Int, y:Int):Float { var copy = [for (r in board) r.copy()]; for (j in 0...piece.length) for (i in 0...piece[j].length) if (piece[j][i] != 0) copy[y + j][x + i] = 1; var holes = 0, height = 0, rough = 0, prev = -1, done = 0; for (cx in 0...W) { var cy = 0; while (cy < H && copy[cy][cx] == 0) cy++; var h = H - cy; height += h; if (prev >= 0) rough += Std.int(Math.abs(h - prev)); prev = h; while (++cy < H) if (copy[cy][cx] == 0) holes++; } for (r in copy) if (r.indexOf(0) < 0) done++; return done * 8 - height * 0.5 - holes * 4 - rough * 0.3; }
	public function toString():String { var b = new StringBuf(); for (r in board) { if (!Lambda.exists(r, function(c) return c != 0)) continue; for (c in r) b.add(c == 0 ? "." : String.fromCharCode("A".code + c - 1)); b.add("\n"); } return b.toString(); }
}
class Adventure {
	var rooms:Map<String, Room>; var here:Room; var bag:List<Item>; var verbs:Map<String, Array<String>->String>; public var won:Bool;
	public function new() {
		rooms = new Map(); bag = new List(); won = false;
		var hall = room("hall", "A dusty hall."), cellar = room("cellar", "A dark cellar."), tower = room("tower", "The tower top.");
		link(hall, "down", cellar); link(hall, "up", tower, "locked");
		hall.items.add({ name: "lamp", desc: "A brass lamp", light: true }); cellar.items.add({ name: "key", desc: "A rusty key", opens: "up" }); cellar.dark = true; tower.items.add({ name: "gem", desc: "A shiny gem", weight: 3 });
		here = hall;
		verbs = ["look" => function(_) return look(), "go" => go, "take" => take, "inv" => function(_) return bag.isEmpty() ? "You carry nothing." : "You carry: " + Lambda.map(bag, function(i) return i.name).join(", "), "use" => use];
		for (d in ["up", "down"]) verbs.set(d, function(_) return go([d]));
	}
	function room(n:String, d:String):Room { var r = { name: n, desc: d, exits: new Map<String, Exit>(), items: new List<Item>(), dark: false }; rooms.set(n, r); return r; }
	function link(a:Room, dir:String, b:Room, ?lock:String) { a.exits.set(dir, { to: b.name, lock: lock }); b.exits.set(dir == "up" ? "down" : "up", { to: a.name, lock: null }); }
	function lit() return !here.dark || Lambda.exists(bag, function(i) return i.light == true);
	function look():String { if (!lit()) return "It is pitch dark."; var s = here.desc; for (i in here.items) s += " There is " + i.desc.toLowerCase() + "."; var ex = [for (e in here.exits.keys()) e]; ex.sort(Reflect.compare); return s + " Exits: " + ex.join(", "); }
	function go(a:Array<String>):String { var e = here.exits.get(a[0]); return if (e == null) "You can't go that way."; else if (e.lock != null) "It is " + e.lock + "."; else { here = rooms.get(e.to); look(); } }
	function take(a:Array<String>):String { if (!lit()) return "You can't see."; for (i in here.items) if (i.name == a[0]) { here.items.remove(i); bag.add(i); if (i.weight != null && i.weight > 2) won = true; return "Taken."; } return "No " + a[0] + " here."; }
	function use(a:Array<String>):String { for (i in bag) if (i.name == a[0] && i.opens != null) { var e = here.exits.get(i.opens); if (e != null && e.lock != null) { e.lock = null; return "Click."; } } return "Nothing happens."; }
	public function command(s:String):String { var w = ~/\s+/g.split(StringTools.trim(s.toLowerCase())); var v = verbs.get(w.shift()); return v == null ? "What?" : v(w); }
}
typedef Item = { name:String, desc:String, ?light:Bool, ?opens:String, ?weight:Int };
typedef Exit = { to:String, lock:Null<String> };
typedef Room = { name:String, desc:String, exits:Map<String, Exit>, items:List<Item>, dark:Bool };
class Bf { public static function run(src:String, ?input:String = ""):String { var tape = new haxe.io.BytesBuffer(), mem = haxe.io.Bytes.alloc(300), p = 0, ip = 0, i = 0, out = new StringBuf(), jump = new haxe.ds.IntMap<Int>(), st = []; for (k in 0...src.length) switch (src.charAt(k)) { case "[": st.push(k); case "]": var o = st.pop(); if (o == null) throw "unbalanced ] at " + k; jump.set(o, k); jump.set(k, o); default: } if (st.length > 0) throw "unbalanced [ at " + st[0]; while (ip < src.length) { switch (StringTools.fastCodeAt(src, ip)) { case '>'.code: p++; case '<'.code: p--; case '+'.code: mem.set(p, mem.get(p) + 1); case '-'.code: mem.set(p, mem.get(p) - 1); case '.'.code: out.addChar(mem.get(p)); case ','.code: mem.set(p, i < input.length ? input.charCodeAt(i++) : 0); case '['.code: if (mem.get(p) == 0) ip = jump.get(ip); case ']'.code: if (mem.get(p) != 0) ip = jump.get(ip); default: } ip++; } return out.toString(); } }
class Main {
	static function main() {
		var w = new World(new Vec2(0, -10)), log = [];
		for (i in 0...4) { var b = w.add(new Body(i * 1.5, 5 + i * 2, 1, i + 1)); b.onCollide(function(a, b) log.push(a.id + "x" + b.id)); b.vel.x = 1 - i * 0.5; }
		w.add(new Body(3, 0, 2, 0));
		var contacts = 0; for (s in 0...300) contacts += w.step(1 / 60);
		Sys.println(contacts > 0 && w.energy < 200 ? "settled" : "unstable"); Sys.println(log.slice(0, 3).join(" ") + " " + (log.length > 3) + " " + w.steps + " " + w.bodies[4]);
		w.bodies[0].sleeping = true; Sys.println(w.bodies[0].vel.toString() + w.bodies[0].sleeping); w.bodies[1].mass = 0; Sys.println(w.bodies[1].invMass);
		var t = new Tetris(); var n = 0; while (!t.over && n < 60) { t.best(); n++; } Sys.println(n + " pieces, " + t.lines + " lines, score " + t.score); Sys.print(t.toString());
		var a = new Adventure(); for (c in ["look", "take lamp", "go up", "down", "take key", "inv", "up", "use key", "go up", "take gem", "dance", "west", "use lamp"]) Sys.println("> " + c + "\n" + a.command(c)); Sys.println(a.won);
		Sys.println(Bf.run("++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.")); Sys.println(Bf.run(",[.,]", "echo")); for (bad in ["[[]", "]"]) try Bf.run(bad) catch (e:String) Sys.println(e);
	}
}
