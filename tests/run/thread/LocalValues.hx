// expect: LocalValues.hx:13: null
// expect: LocalValues.hx:16: other2
// expect: LocalValues.hx:20: main1
// expect: LocalValues.hx:26: caught inside
import sys.thread.*;

class LocalValues {
	static function tls() {
		var a = new Tls<String>(), b = new Tls<Int>(), done = new Lock();
		a.value = "main";
		b.value = 1;
		Thread.create(() -> {
			trace(a.value);
			a.value = "other";
			b.value = 2;
			trace(a.value + b.value);
			done.release();
		});
		done.wait();
		trace(a.value + b.value);
	}

	static function exceptions() {
		var done = new Lock();
		Thread.create(() -> {
			try throw "inside" catch (e:String) trace("caught " + e);
			done.release();
		});
		done.wait();
	}

	static function main() {
		tls();
		exceptions();
	}
}
