package dn;

class Process {
	static var UNIQ_ID = 0;
	static var ROOTS:FixedArray<Process> = new FixedArray(16);
	public static var SHUTDOWN_LOG:Array<String> = [];
	public final uniqId:Int;
	public var name:Null<String>;
	public var ftime(default, null):Float;
	public var itime(get, never):Int; inline function get_itime() return Std.int(ftime);
	public var destroyed(default, null):Bool;
	var paused:Bool;
	var parent(default, null):Null<Process>;
	public var tmod(get, never):Float; inline function get_tmod() return utmod * getComputedTimeMultiplier();
	var utmod = 1.0;
	var baseTimeMul = 1.0;
	public var delayer:Delayer;
	public var cd:Cooldown;
	var children:Array<Process>;
	public function new(?parent:Process) {
		uniqId = UNIQ_ID++;
		children = [];
		name = Type.getClassName(Type.getClass(this));
		ftime = 0; destroyed = false; paused = false;
		delayer = new Delayer(30);
		cd = new Cooldown(30);
		if (parent == null) ROOTS.push(this) else parent.addChild(this);
		init();
	}
	function init() {}
	public dynamic function onUpdateCb() {}
	public dynamic function onDisposeCb() {}
	function preUpdate() {}
	function update() {}
	function postUpdate() {}
	function onDispose() {}
	public final inline function getComputedTimeMultiplier():Float { return M.fclamp(baseTimeMul, 0, 10); }
	public inline function isPaused() return paused || parent != null && parent.paused;
	public function togglePause():Bool return paused = !paused;
	public function addChild(p:Process) { if (p.parent != null) p.parent.children.remove(p); p.parent = this; children.push(p); }
	public function createChild<T:Process>(c:Class<T>, ?args:Array<Dynamic>):T return Type.createInstance(c, args == null ? [this] : args);
	public function find<T:Process>(c:Class<T>):Null<T> { for (p in children) if (Std.isOfType(p, c)) return cast p; return null; }
	public inline final function destroy() destroyed = true;
	public static function updateAll(utmod:Float) {
		for (p in ROOTS) _doUpdate(p, utmod);
		_garbage(ROOTS);
	}
	static function _canRun(p:Process) return !p.paused && !p.destroyed;
	static function _doUpdate(p:Process, utmod:Float) {
		if (!_canRun(p)) return;
		p.utmod = utmod;
		p.ftime += p.tmod;
		p.delayer.update(p.tmod);
		if (_canRun(p)) p.cd.update(p.tmod);
		if (_canRun(p)) { p.preUpdate(); p.update(); p.onUpdateCb(); }
		if (_canRun(p)) for (c in p.children) _doUpdate(c, p.tmod);
		if (_canRun(p)) p.postUpdate();
	}
	static function _garbage(l:FixedArray<Process>) {
		var i = 0;
		while (i < l.allocated) { var p = l.get(i); if (p.destroyed) { _dispose(p); l.removeIndex(i); } else { _gc(p); i++; } }
	}
	static function _gc(p:Process) p.children = p.children.filter(c -> c.destroyed ? { _dispose(c); false; } : { _gc(c); true; });
	static function _dispose(p:Process) { for (c in p.children) { c.destroy(); _dispose(c); } p.children = null; p.onDispose(); p.onDisposeCb(); SHUTDOWN_LOG.push(p.name); }
	public function toString() return '$name#$uniqId';
}
class FixedArray<T> {
	public var allocated(get, never):Int; inline function get_allocated() return nalloc;
	public final maxSize:Int;
	var values:haxe.ds.Vector<T>; var nalloc = 0;
	public function new(maxSize:Int) { this.maxSize = maxSize; values = new haxe.ds.Vector(maxSize); }
	public inline function get(i:Int):Null<T> return i < 0 || i >= nalloc ? null : values[i];
	public function push(e:T):T { if (nalloc >= values.length) throw 'FixedArray limit reached ($maxSize)'; values[nalloc++] = e; return e; }
	public function removeIndex(i:Int) if (i < nalloc) { for (j in i...nalloc - 1) values[j] = values[j + 1]; nalloc--; }
	public inline function iterator():FixedArrayIterator<T> return new FixedArrayIterator(this);
}
private class FixedArrayIterator<T> { final arr:FixedArray<T>; var i = 0; public inline function new(arr) this.arr = arr; public inline function hasNext() return i < arr.allocated; public inline function next() return arr.get(i++); }
private class Task { public var t:Float; public var id:Null<String>; public var cb:() -> Void; public inline function new(id, t, cb) { this.t = t; this.cb = cb; this.id = id; } public inline function toString() return t + " " + cb; }
class Delayer {
	var delays:Array<Task>; var now = 0.; var fps:Float;
	public function new(fps:Float) { this.fps = fps; delays = []; }
	inline function cmp(a:Task, b:Task) return if (a.t < b.t) -1 else if (a.t > b.t) 1 else 0;
	public function addMs(?id:String, cb:() -> Void, ms:Float) { delays.push(new Task(id, now + ms / 1000 * fps, cb)); haxe.ds.ArraySort.sort(delays, cmp); }
	public inline function addS(?id:String, cb:() -> Void, sec:Float) addMs(id, cb, sec * 1000);
	public inline function addF(?id:String, cb:() -> Void, frames:Float) { delays.push(new Task(id, now + frames, cb)); haxe.ds.ArraySort.sort(delays, cmp); }
	public function cancelById(id:String) { var i = 0; while (i < delays.length) if (delays[i].id == id) delays.splice(i, 1) else i++; }
	public function update(dt:Float) { while (delays.length > 0 && delays[0].t <= now) { var d = delays.shift(); d.cb(); } now += dt; }
}
@:forward(length) abstract CdKey(Int) from Int { @:from static function ofString(s:String):CdKey { var h = 0; for (i in 0...s.length) h = h * 31 + StringTools.fastCodeAt(s, i); return h & 0x3fffff; } @:to inline function int():Int return this; }
class Cooldown {
	var cds:Map<Int, { frames:Float, ?cb:() -> Void }> = []; final fps:Float;
	public function new(fps) this.fps = fps;
	public inline function has(k:CdKey) return cds.exists(k);
	public inline function setS(k:CdKey, s:Float, allowLower = true, ?cb:() -> Void) setF(k, s * fps, allowLower, cb);
	public function setF(k:CdKey, f:Float, allowLower = true, ?cb:Void->Void) { var c = cds.get(k); if (c != null && !allowLower && c.frames > f) return; if (f <= 0) { cds.remove(k); if (cb != null) cb(); } else cds.set(k, { frames: f, cb: cb }); }
	public inline function hasSetF(k:CdKey, f:Float):Bool { if (has(k)) return true; else { setF(k, f); return false; } }
	public function getRatio(k:CdKey):Float { var c = cds.get(k); return c == null ? 0 : c.frames; }
	public function update(dt:Float) for (k in [for (k in cds.keys()) k]) { var c = cds[k]; c.frames = M.pretty(c.frames - dt, 4); if (c.frames <= 0) { cds.remove(k); if (c.cb != null) c.cb(); } }
}
