// expect: done 222
// expect: done 111
class Widget {
	var clicks = 0;
	var handlers:Array<Void->Void> = [];

	public var onDone:Int->Void;

	public function new() {
		handlers.push(function() clicks++);
		handlers.push(() -> this.clicks += 10);
		handlers.push(tick);
	}

	function tick():Void
		clicks += 100;

	public function fire():Void {
		for (h in handlers)
			h();
		if (onDone != null)
			onDone(clicks);
	}
}

class ClosureThis {
	static function main() {
		var w = new Widget(), v = new Widget();
		w.fire();
		w.onDone = n -> Sys.println("done " + n);
		w.fire();
		v.onDone = w.onDone;
		v.fire();
		w.onDone = null;
		w.fire();
	}
}
