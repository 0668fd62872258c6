// no oracle: 4.3 syntax
// expect: StaticLocals.hx:41: init
// expect: StaticLocals.hx:47: main
// expect: StaticLocals.hx:48: 1,2,3
// expect: StaticLocals.hx:49: 10,20
// expect: StaticLocals.hx:50: a,ab
// expect: StaticLocals.hx:52: 1,2,3
// expect: StaticLocals.hx:53: 5
// expect: StaticLocals.hx:54: 101,102
class StaticLocals {
	static function next() {
		static var count = 0;
		return ++count;
	}

	static function blocks(which:Bool) {
		if (which) {
			static var n = 0;
			n += 10;
		}
		{
			static var n:Int = 10, unused = "";
			if (which)
				n += 10;
			return n;
		}
	}

	static function grow(s:String) {
		static final all = [];
		final add = function() {
			static var text = "";
			text += s;
			all.push(text);
		}
		add();
		return all.join(",");
	}

	static function say() {
		trace("init");
		return 5;
	}

	static function main() {
		static var five = say();
		trace("main");
		trace([next(), next(), next()].join(","));
		trace([blocks(false), blocks(true)].join(","));
		trace([grow("a"), grow("b")][1]);
		var a = new Counter(), b = new Counter();
		trace([a.next(), b.next(), a.next()].join(","));
		trace(five);
		trace([moduleLevel(), moduleLevel()].join(","));
	}
}

class Counter {
	public function new() {}

	public function next() {
		static var count = 0;
		return ++count;
	}
}

function moduleLevel() {
	static var from = 100;
	return ++from;
}
