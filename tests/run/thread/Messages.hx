// expect: Messages.hx:17: re: hello 42 null
// expect: Messages.hx:25: 0 1 2 null
// expect: Messages.hx:37: 4498500
// no oracle: the interpreter fails when it finds a queue empty
import sys.thread.*;

class Messages {
	static function messages() {
		var main = Thread.current();
		var t = Thread.create(() -> {
			var got:String = Thread.readMessage(true);
			main.sendMessage("re: " + got);
			main.sendMessage(Thread.readMessage(true));
		});
		t.sendMessage("hello");
		t.sendMessage(42);
		trace(Thread.readMessage(true) + " " + Thread.readMessage(true) + " " + Thread.readMessage(false));
	}

	static function deques() {
		var q = new Deque<Int>(), out = new Deque<Int>();
		q.add(1);
		q.add(2);
		q.push(0);
		trace(q.pop(false) + " " + q.pop(true) + " " + q.pop(false) + " " + q.pop(false));
		for (i in 0...3)
			Thread.create(() -> {
				var sum = 0, x;
				while ((x = q.pop(true)) >= 0)
					sum += x;
				out.add(sum);
			});
		for (i in 0...3000)
			q.add(i);
		for (i in 0...3)
			q.add(-1);
		trace(out.pop(true) + out.pop(true) + out.pop(true));
	}

	static function main() {
		messages();
		deques();
	}
}
