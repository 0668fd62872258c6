package sched;
enum Step<T> { Yield; Sleep(ticks:Int); Done(v:T); }
interface Task<T> { function step(tick:Int):Step<T>; }
class CountTask implements Task<Int> { var n:Int; final name:String; var i = 0; public function new(name, n) { this.name = name; this.n = n; }
	public function step(_) { i++; return i >= n ? Done(i) : Yield; } }
class FnTask<T> implements Task<T> { final f:Int->Step<T>; public function new(f) this.f = f; public inline function step(t:Int) return f(t); }
class Fiber { public static function of<T>(steps:Array<() -> Step<T>>):Task<T> { var q = steps.copy(); return new FnTask(_ -> q.shift()()); } }
