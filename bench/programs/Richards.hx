/**
	The kernel of a small operating system with six tasks that pass packets to each other, after Martin Richards:
	objects linked to lists, virtual calls, fields that change all the time.
**/
class Packet {
	public static inline var DEVICE = 0;
	public static inline var WORK = 1;
	public static inline var SIZE = 4;

	public var link:Packet;
	public var target:Int; // the task it goes to; after that, the one it came from
	public var kind:Int;
	public var datum = 0;
	public var data = [0, 0, 0, 0];

	public function new(link:Packet, target:Int, kind:Int) {
		this.link = link;
		this.target = target;
		this.kind = kind;
	}

	/** The queue with this packet at its end. **/
	public function appendTo(queue:Packet):Packet {
		link = null;
		if (queue == null)
			return this;
		var last = queue;
		while (last.link != null)
			last = last.link;
		last.link = this;
		return queue;
	}
}

/** What a task does when it is its turn; the result is the task to go on with. **/
interface Job {
	function run(packet:Packet):Task;
}

/** A task as the scheduler sees it. **/
class Task {
	public var link(default, null):Task;
	public var id(default, null):Int;
	public var priority(default, null):Int;
	public var holding = false;
	public var waiting = false;

	var pending = false;
	var queue:Packet;
	var job:Job;

	public function new(link:Task, id:Int, priority:Int, queue:Packet, job:Job) {
		this.link = link;
		this.id = id;
		this.priority = priority;
		this.queue = queue;
		this.job = job;
		pending = queue != null;
	}

	public inline function cannotRun():Bool
		return holding || (waiting && !pending);

	public function run():Task {
		var packet:Packet = null;
		if (pending && waiting && !holding) {
			packet = queue;
			queue = packet.link;
			pending = queue != null;
			waiting = false;
		}
		return job.run(packet);
	}

	/** Takes a packet; the result is the task that should run now, this one or the one that runs. **/
	public function accept(packet:Packet, running:Task):Task {
		if (queue != null) {
			packet.appendTo(queue);
			return running;
		}
		queue = packet;
		pending = true;
		return priority > running.priority ? this : running;
	}
}

class Scheduler {
	public var queued(default, null) = 0;
	public var held(default, null) = 0;

	var all:Task;
	var current:Task;
	var byId:Array<Task> = [];

	public function new() {}

	public function add(id:Int, priority:Int, queue:Packet, job:Job):Task {
		all = new Task(all, id, priority, queue, job);
		byId[id] = all;
		return all;
	}

	public function schedule():Void {
		current = all;
		while (current != null)
			current = current.cannotRun() ? current.link : current.run();
	}

	public function hold():Task {
		held++;
		current.holding = true;
		return current.link;
	}

	public function wait():Task {
		current.waiting = true;
		return current;
	}

	public function release(id:Int):Task {
		var task = byId[id];
		task.holding = false;
		return task.priority > current.priority ? task : current;
	}

	public function send(packet:Packet):Task {
		var task = byId[packet.target];
		queued++;
		packet.link = null;
		packet.target = current.id;
		return task.accept(packet, current);
	}
}

class BaseJob {
	var scheduler:Scheduler;

	public function new(scheduler:Scheduler)
		this.scheduler = scheduler;
}

/** Releases the devices in a pseudo-random order, a given number of times. **/
class Idle extends BaseJob implements Job {
	var turns:Int;
	var bits = 1;

	public function new(scheduler:Scheduler, turns:Int) {
		super(scheduler);
		this.turns = turns;
	}

	public function run(packet:Packet):Task {
		turns--;
		if (turns == 0)
			return scheduler.hold();
		if (bits & 1 == 0) {
			bits >>= 1;
			return scheduler.release(Richards.DEVICE_A);
		}
		bits = (bits >> 1) ^ 0xD008;
		return scheduler.release(Richards.DEVICE_B);
	}
}

/** Fills packets with letters and sends them to the two handlers in turn. **/
class Worker extends BaseJob implements Job {
	var next = Richards.HANDLER_A;
	var letter = 0;

	public function run(packet:Packet):Task {
		if (packet == null)
			return scheduler.wait();
		next = next == Richards.HANDLER_A ? Richards.HANDLER_B : Richards.HANDLER_A;
		packet.target = next;
		packet.datum = 0;
		for (i in 0...Packet.SIZE) {
			letter = letter == 26 ? 1 : letter + 1;
			packet.data[i] = 64 + letter;
		}
		return scheduler.send(packet);
	}
}

/** Passes the letters of work packets, one at a time, to a device. **/
class Handler extends BaseJob implements Job {
	var work:Packet;
	var device:Packet;

	public function run(packet:Packet):Task {
		if (packet != null) {
			if (packet.kind == Packet.WORK)
				work = packet.appendTo(work);
			else
				device = packet.appendTo(device);
		}
		if (work == null)
			return scheduler.wait();
		var done = work.datum;
		if (done >= Packet.SIZE) {
			var finished = work;
			work = work.link;
			return scheduler.send(finished);
		}
		if (device == null)
			return scheduler.wait();
		var letter = device;
		device = device.link;
		letter.datum = work.data[done];
		work.datum = done + 1;
		return scheduler.send(letter);
	}
}

/** Keeps a packet until it is released, then sends it back. **/
class Device extends BaseJob implements Job {
	var kept:Packet;

	public function run(packet:Packet):Task {
		if (packet != null) {
			kept = packet;
			return scheduler.hold();
		}
		if (kept == null)
			return scheduler.wait();
		var back = kept;
		kept = null;
		return scheduler.send(back);
	}
}

class Richards {
	public static inline var IDLE = 0;
	public static inline var WORKER = 1;
	public static inline var HANDLER_A = 2;
	public static inline var HANDLER_B = 3;
	public static inline var DEVICE_A = 4;
	public static inline var DEVICE_B = 5;

	static function packets(count:Int, target:Int, kind:Int):Packet {
		var queue:Packet = null;
		for (i in 0...count)
			queue = new Packet(queue, target, kind);
		return queue;
	}

	static function work(turns:Int):Int {
		var s = new Scheduler();
		s.add(IDLE, 0, null, new Idle(s, turns));
		s.add(WORKER, 1000, packets(2, WORKER, Packet.WORK), new Worker(s)).waiting = true;
		s.add(HANDLER_A, 2000, packets(3, DEVICE_A, Packet.DEVICE), new Handler(s)).waiting = true;
		s.add(HANDLER_B, 3000, packets(3, DEVICE_B, Packet.DEVICE), new Handler(s)).waiting = true;
		s.add(DEVICE_A, 4000, null, new Device(s)).waiting = true;
		s.add(DEVICE_B, 5000, null, new Device(s)).waiting = true;
		s.schedule();
		// with 10000 turns the original counts 23246 packets and 9297 holds
		if (turns == 10000 && (s.queued != 23246 || s.held != 9297))
			throw "wrong counts: " + s.queued + " " + s.held;
		return Bench.mix(s.queued, s.held);
	}

	static function main()
		Bench.run(1000, work);
}
