// expect: 3
// expect: [3,4,5] 3 2
// expect: true false 3 1
// expect: has 4
// expect: 4 true [8,10,12]
// expect: [a':3,b':9]
// expect: [A:0,B:0]
// expect: j0:20 j4:8 j1:7 j8:6 j5:5 j2:4 j9:3 j6:2 j3:1 j7:-5
// expect: 12 -2147483648 false 7 -2147483645
// expect: true
import ds.Pool;
class Job implements Comparable<Job> implements Cloneable<Job> {
	public var position:Int;
	public var pri:Int; public var name:String;
	public function new(name, pri) { this.name = name; this.pri = pri; }
	public function compare(o:Job):Int return pri - o.pri;
	public function clone():Job return new Job(name + "'", pri);
	public function toString() return '$name:$pri';
}
class Main {
	static function main() {
		var q = new LinkedQueue<Int>(3, [1, 2, 3, 4]);
		q.enqueue(5);
		Sys.println(q.dequeue() + q.dequeue());
		Sys.println(q.toArray() + " " + q.size + " " + q.pool());
		q.enqueue(6);
		Sys.println(q.contains(6) + " " + q.contains(7) + " " + q.peek() + " " + q.pool());
		q.reuseIterator = true;
		for (x in q) if (x == 4) Sys.println("has 4");
		var c:Collection<Int> = q.clone(true);
		Sys.println(c.size + " " + c.remove(3) + " " + [for (x in c) x * 2]);
		var jobs:Collection<Job> = new LinkedQueue<Job>(0, [new Job("a", 3), new Job("b", 9)]);
		Sys.println(jobs.clone(false).toArray());
		Sys.println(jobs.clone(false, j -> new Job(j.name.toUpperCase(), 0)).toArray());
		var h = new Heap<Job>();
		var all = [for (i in 0...10) new Job("j" + i, (i * 7) % 10)];
		for (j in all) h.add(j);
		all[0].pri = 20;
		h.change(all[0], 1);
		all[7].pri = -5;
		h.change(all[7], -1);
		var out = [];
		while (h.size > 0) out.push(h.pop());
		Sys.println(out.join(" "));
		Sys.println(Bits.ones(0xff0f) + " " + Bits.reverse(1) + " " + Bits.hasBits(5, Bits.BIT_02) + " " + Bits.incBits(4, 3) + " " + Bits.ALL);
		Sys.println(c.key < jobs.key);
	}
}
