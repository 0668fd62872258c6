// expect: 534678912672195348198342567859761423426853791713924856961537284287419635345286179
// expect: 812753649943682175675491283154237896369845721287169534521974368438526917796318452
// expect: none
// expect: [1,0,0,2,10,4,40]
// expect: OX....../.O....../.XOX..../...OX.../...XOX../.....O../......../........ 0
// expect: ...#.
// expect: .....
// expect: .....
// expect: ..#.#
// expect: ...##
import haxe.ds.Vector;
using Lambda;

// sudoku (dancing links), n-queens, othello AI, game of life, tetris piece logic
class DNode { public var l:DNode; public var r:DNode; public var u:DNode; public var d:DNode; public var c:DCol; public var row:Int;
	public function new() { l = r = u = d = this; } }
class DCol extends DNode { public var size = 0; public final id:Int; public function new(id) { super(); this.id = id; c = this; } }
class Dlx {
	final root = new DCol(-1);
	final cols:Array<DCol>;
	final sol:Array<Int> = [];
	public var nodes(default, null) = 0;
	public function new(n:Int) {
		cols = [for (i in 0...n) new DCol(i)];
		for (c in cols) { c.l = root.l; c.r = root; root.l.r = c; root.l = c; }
	}
	public function row(id:Int, cs:Array<Int>):DNode {
		var first:DNode = null;
		for (ci in cs) {
			var c = cols[ci], n = new DNode();
			n.c = c; n.row = id; n.u = c.u; n.d = c; c.u.d = n; c.u = n; c.size++;
			if (first == null) first = n else { n.l = first.l; n.r = first; first.l.r = n; first.l = n; }
		}
		return first;
	}
	function cover(c:DCol) {
		c.r.l = c.l; c.l.r = c.r;
		var i = c.d;
		while (i != c) { var j = i.r; while (j != i) { j.d.u = j.u; j.u.d = j.d; j.c.size--; j = j.r; } i = i.d; }
	}
	function uncover(c:DCol) {
		var i = c.u;
		while (i != c) { var j = i.l; while (j != i) { j.c.size++; j.d.u = j; j.u.d = j; j = j.l; } i = i.u; }
		c.r.l = c; c.l.r = c;
	}
	public function solve():Null<Array<Int>> {
		if (root.r == root) return sol.copy();
		var best:DCol = null, j:DNode = root.r;
		while (j != root) { if (best == null || j.c.size < best.size) best = j.c; j = j.r; }
		if (best.size == 0) return null;
		cover(best);
		var i = best.d;
		while (i != best) {
			nodes++;
			sol.push(i.row);
			var k = i.r;
			while (k != i) { cover(k.c); k = k.r; }
			var res = solve();
			if (res != null) return res;
			k = i.l;
			while (k != i) { uncover(k.c); k = k.l; }
			sol.pop();
			i = i.d;
		}
		uncover(best);
		return null;
	}
}
abstract Grid(String) from String {
	public function solve():String {
		var d = new Dlx(324);
		for (r in 0...9) for (c in 0...9) {
			var g = this.charCodeAt(r * 9 + c) - "0".code;
			for (v in 1...10) if (g == v || g < 1 || g > 9)
				d.row(r * 81 + c * 9 + v - 1, [r * 9 + c, 81 + r * 9 + v - 1, 162 + c * 9 + v - 1, 243 + (Std.int(r / 3) * 3 + Std.int(c / 3)) * 9 + v - 1]);
		}
		var s = d.solve();
		if (s == null) return "none";
		var out = new Vector<Int>(81);
		for (x in s) out[Std.int(x / 9)] = x % 9 + 1;
		return out.toArray().join("");
	}
}
enum abstract Disc(Int) to Int { var Empty = 0; var Black = 1; var White = 2;
	@:op(!A) public static inline function other(d:Disc):Disc return d == Black ? White : Black;
	public inline function ch():String return ".XO".charAt(this); }
class Othello {
	public static inline final N = 8;
	var cells:Vector<Disc>;
	static final dirs = [for (x in -1...2) for (y in -1...2) if (x != 0 || y != 0) { x: x, y: y }];
	public function new(?from:Othello) {
		if (from != null) cells = from.cells.copy();
		else { cells = new Vector(N * N); for (i in 0...N * N) cells[i] = Empty; set(3, 3, White); set(4, 4, White); set(3, 4, Black); set(4, 3, Black); }
	}
	inline function at(x:Int, y:Int):Null<Disc> return x < 0 || y < 0 || x >= N || y >= N ? null : cells[y * N + x];
	inline function set(x:Int, y:Int, d:Disc) cells[y * N + x] = d;
	public function flips(x:Int, y:Int, me:Disc):Array<{x:Int, y:Int}> {
		if (at(x, y) != Empty) return [];
		var out = [];
		for (d in dirs) {
			var run = [], cx = x + d.x, cy = y + d.y;
			while (at(cx, cy) == !me) { run.push({ x: cx, y: cy }); cx += d.x; cy += d.y; }
			if (at(cx, cy) == me) out = out.concat(run);
		}
		return out;
	}
	public function play(x:Int, y:Int, me:Disc):Bool {
		var f = flips(x, y, me);
		if (f.length == 0) return false;
		set(x, y, me);
		f.iter(p -> set(p.x, p.y, me));
		return true;
	}
	public function moves(me:Disc) return [for (y in 0...N) for (x in 0...N) if (flips(x, y, me).length > 0) { x: x, y: y }];
	public function score(me:Disc):Int return cells.toArray().fold((c:Disc, s:Int) -> c == me ? s + 1 : c == Empty ? s : s - 1, 0);
	public function best(me:Disc, depth:Int):Null<{x:Int, y:Int, v:Int}> {
		var b:Null<{x:Int, y:Int, v:Int}> = null;
		for (m in moves(me)) {
			var o = new Othello(this);
			o.play(m.x, m.y, me);
			var v = depth == 0 ? o.score(me) : switch o.best(!me, depth - 1) { case null: o.score(me); case r: -r.v; };
			if (b == null || v > b.v) b = { x: m.x, y: m.y, v: v };
		}
		return b;
	}
	public function toString() return [for (y in 0...N) [for (x in 0...N) cells[y * N + x].ch()].join("")].join("/");
}
class Life {
	var w:Int; var h:Int; var b:Array<Array<Bool>>;
	public function new(rows:Array<String>) { h = rows.length; w = rows[0].length; b = [for (r in rows) [for (c in r.split("")) c == "#"]]; }
	function n(x, y) { var s = 0; for (dy in -1...2) for (dx in -1...2) if ((dx != 0 || dy != 0) && b[(y + dy + h) % h][(x + dx + w) % w]) s++; return s; }
	public function step() b = [for (y in 0...h) [for (x in 0...w) switch [b[y][x], n(x, y)] { case [true, 2 | 3] | [false, 3]: true; case _: false; }]];
	public function toString() return b.map(r -> r.map(c -> c ? "#" : ".").join("")).join("\n");
}
class Main {
	static function queens(n:Int):Int {
		function go(row:Int, cols:Int, d1:Int, d2:Int):Int {
			if (row == n) return 1;
			var c = 0, free = ((1 << n) - 1) & ~(cols | d1 | d2);
			while (free != 0) { var bit = free & -free; free ^= bit; c += go(row + 1, cols | bit, (d1 | bit) << 1, (d2 | bit) >> 1); }
			return c;
		}
		return go(0, 0, 0, 0);
	}
	static function main() {
		Sys.println(("530070000600195000098000060800060003400803001700020006060000280000419005000080079" : Grid).solve());
		Sys.println(("8..........36......7..9.2...5...7.......457.....1...3...1....68..85...1..9....4.." : Grid).solve());
		Sys.println(("55......................................................................................." : Grid).solve());
		Sys.println([for (i in 1...8) queens(i)]);
		var o = new Othello(), me = Black, turns = 0;
		while (turns < 8) { var m = o.best(me, 1); if (m == null) break; o.play(m.x, m.y, me); me = !me; turns++; }
		Sys.println(o + " " + o.score(Black));
		var l = new Life([".....", "..#..", "...#.", ".###.", "....."]);
		for (_ in 0...5) l.step();
		Sys.println(l.toString());
	}
}
