// expect: tick1 late@4 tick4 tick7 Entity#2 Entity 2
// expect: 5 0.79 92.6 -1 true
// expect: FixedArray limit reached (3)
// expect: true 8
// expect: disposed 5
// expect: #FF8800 255,136,0 #FFA830 #7FFF7F #808080 0.5
// expect: #FF8800 #FF8800 1 16746496 #000000
// expect: -5 11true 5
// expect: --xtrue
import dn.Col.ColorEnum;
class Game extends Process {
	public static var ME:Game;
	public var hero:Entity;
	public final log:Array<String> = [];
	override function init() { super.init(); ME = this; hero = createChild(Entity, [this, 3, 4]); delayer.addF("spawn", () -> new Entity(this, 0, 0), 2); delayer.addF("never", () -> log.push("no"), 1); delayer.cancelById("never"); delayer.addS(() -> log.push("late@" + itime), 0.1); }
	override function update() { if (!cd.hasSetF("tick", 3)) log.push("tick" + itime); }
	override function onDispose() log.push("disposed");
}
class Entity extends Process {
	public static var ALL = new FixedArray<Entity>(3);
	public var cx = 0; public var cy = 0; public var xr = .5; public var dx(default, set) = 0.; inline function set_dx(v:Float) return dx = M.fclamp(v, -.9, .9);
	public var dir(default, set):Int = 1; inline function set_dir(v) return dir = v > 0 ? 1 : v < 0 ? -1 : dir;
	public var attachX(get, never):Float; inline function get_attachX() return (cx + xr) * 16;
	public function new(p, x, y) { super(p); cx = x; cy = y; ALL.push(this); dx = 2; }
	override function update() { super.update(); xr += dx * dir * tmod; while (xr > 1) { xr--; cx++; } while (xr < 0) { xr++; cx--; } dx *= Math.pow(.8, tmod); if (M.iabs(cx) > 5) dir = -1; }
}
class Main {
	static function main() {
		var g = new Game();
		g.onUpdateCb = () -> if (g.itime == 6) g.hero.destroy();
		for (_ in 0...8) Process.updateAll(1);
		Sys.println(g.log.join(" ") + " " + g.find(Entity) + " " + Process.SHUTDOWN_LOG.join(",") + " " + Entity.ALL.allocated);
		Sys.println(g.hero.cx + " " + M.pretty(g.hero.xr) + " " + M.pretty(g.hero.attachX, 1) + " " + g.hero.dir + " " + g.hero.destroyed);
		try for (i in 0...3) new Entity(g, i, i) catch (e:String) Sys.println(e);
		g.togglePause(); Process.updateAll(1);
		Sys.println(g.isPaused() + " " + g.itime);
		g.togglePause(); g.destroy(); Process.updateAll(1);
		Sys.println(g.log[g.log.length - 1] + " " + Process.SHUTDOWN_LOG.length);
		var c:Col = "#f80", d:Col = 0x102030, e:Col = ColorEnum.Green;
		Sys.println(c.toString() + " " + c.r + "," + c.g + "," + c.b + " " + (c + d).toString() + " " + e.toWhite(.5).toString() + " " + Col.gray(.5).toString() + " " + M.pretty(c.lightness));
		c.r = 300;
		var h = c.toHsl();
		Sys.println(c.toString() + " " + Col.fromHsl(h.h, h.s, h.l).toString() + " " + M.pretty(c.rf) + " " + (c : Int) + " " + ("zz" : Col).toString());
		Sys.println(M.round(-1.5) + M.floor(-1.5) + M.sign(-3) + " " + M.makeBitsFromBools(true, true, false, true) + M.hasBit(5, 2) + " " + M.dist(0, 0, 3, 4));
		Sys.println("x".lpad("-", 3) + [1, 2].has(2));
	}
}
