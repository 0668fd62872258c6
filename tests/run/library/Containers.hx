// expect: Containers.hx:37: {0, 1, 2}
// expect: Containers.hx:38: 0 2 3
// expect: Containers.hx:39: {0, 2, 4} {1, 2}
// expect: Containers.hx:40: 0 true 1 false
// expect: Containers.hx:41: 0:1
// expect: Containers.hx:44: 1 false false
// expect: Containers.hx:45: k0,k105,k112,k119,k126,k133,k14,k21,k28,k35,k42,k49,k56,k63,k7,k70,k77,k84,k91,k98
// expect: Containers.hx:47: false
// expect: Containers.hx:48: 19
// expect: Containers.hx:51: {3,2,1} 3 2 false
// expect: Containers.hx:52: [2,1]
// expect: Containers.hx:55: [1,2,2,5,9]
// expect: Containers.hx:58: b2 cx null true
// expect: Containers.hx:59: 3
// expect: Containers.hx:62: [0,1,4,9] 4 0|1|4|9
// expect: Containers.hx:65: [1,4,4,9][1.5,2.5]
// expect: Containers.hx:70: [a,b] P1 false
// expect: Containers.hx:73: [b=P2] true
// expect: Containers.hx:75: 1 null
// expect: Containers.hx:79: 3 null {P3 => 3}
// expect: Containers.hx:82: {}0
// expect: Containers.hx:84: 4
// expect: Containers.hx:87: {z}
// expect: Containers.hx:89: 3
// expect: Containers.hx:91: Right(r)
// expect: Containers.hx:98: 2 5
import haxe.ds.*;

enum Key { A; B(n:Int); C(s:String, k:Key); }

class Point { public var x:Int; public function new(x) this.x = x; public function toString() return 'P$x'; }

class Containers {
	static function main() {
		var list = new List<Int>();
		list.add(1); list.add(2); list.push(0);
		trace(list);
		trace(list.first() + " " + list.last() + " " + list.length);
		trace(list.map(x -> x * 2) + " " + list.filter(x -> x > 0));
		trace(list.pop() + " " + list.remove(2) + " " + list.join("/") + " " + list.isEmpty());
		for (i => x in list) trace('$i:$x');
		var tree = new BalancedTree<String, Int>();
		for (i in 0...20) tree.set("k" + (i * 7 % 20), i);
		trace(tree.get("k7") + " " + tree.exists("k19") + " " + tree.exists("zz"));
		trace([for (k in tree.keys()) k].join(","));
		tree.remove("k7");
		trace(tree.exists("k7"));
		trace([for (v in tree) v].length);
		var stack = new GenericStack<Int>();
		stack.add(1); stack.add(2); stack.add(3);
		trace(stack.toString() + " " + stack.pop() + " " + stack.first() + " " + stack.isEmpty());
		trace([for (x in stack) x]);
		var array = [5, 2, 9, 1, 2];
		ArraySort.sort(array, (a, b) -> a - b);
		trace(array);
		var map = new EnumValueMap<Key, String>();
		map.set(A, "a"); map.set(B(2), "b2"); map.set(C("x", B(1)), "cx");
		trace(map.get(B(2)) + " " + map.get(C("x", B(1))) + " " + map.get(B(3)) + " " + map.exists(A));
		trace([for (k in map.keys()) Std.string(k)].length);
		var vector = new Vector<Int>(4);
		for (i in 0...4) vector[i] = i * i;
		trace(vector.toArray() + " " + vector.length + " " + vector.join("|"));
		var part = vector.copy();
		Vector.blit(vector, 1, part, 0, 2);
		trace(part.toArray().toString() + Vector.fromArrayCopy([1, 2]).map(x -> x + 0.5).toArray());
		var m:Map<String, Point> = ["a" => new Point(1)];
		m["b"] = new Point(2);
		var keys = [for (k in m.keys()) k];
		keys.sort(Reflect.compare);
		trace(keys + " " + m["a"] + " " + m.exists("c"));
		var copy = m.copy();
		copy.remove("a");
		trace([for (k => v in copy) k + "=" + v] + " " + m.exists("a"));
		var e:Map<Key, Int> = [B(1) => 1];
		trace(e[B(1)] + " " + e[B(2)]);
		var o = new ObjectMap<Point, Int>();
		var p = new Point(3);
		o.set(p, 3);
		trace(o.get(p) + " " + o.get(new Point(3)) + " " + o);
		var i:Map<Int, Bool> = [1 => true];
		i.clear();
		trace(i.toString() + [for (_ in i) 1].length);
		var ro:ReadOnlyArray<Int> = [1, 2];
		trace(ro.length + ro[1]);
		var ordered = new haxe.ds.List<String>();
		ordered.add("z");
		trace(ordered.toString());
		var opt:Option<Int> = Some(3);
		trace(switch opt { case Some(v): v; case None: 0; });
		var either:Either<Int, String> = Right("r");
		trace(either);
		var node = new ListSort();
	}
}
class ListSort { public function new() {
	var b:Node = {v: 2, next: null, prev: null}, a:Node = {v: 5, next: b, prev: null}; b.prev = a;
	var s = haxe.ds.ListSort.sort(a, (x, y) -> x.v - y.v);
	trace(s.v + " " + s.next.v);
} }
typedef Node = {v:Int, next:Node, prev:Node};
