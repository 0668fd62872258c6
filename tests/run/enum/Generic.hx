// expect: 13
// expect: bean
// expect: none
// expect: [1,2,3,5,8,9]
enum Option<T> {
	None;
	Some(v:T);
}

enum Tree<T> {
	Leaf;
	Node(left:Tree<T>, v:T, right:Tree<T>);
}

class Generic {
	static function or<T>(o:Option<T>, d:T):T
		return switch (o) {
			case Some(v): v;
			case None: d;
		}

	static function find(a:Array<String>, first:String):Option<String> {
		for (s in a)
			if (s.charAt(0) == first)
				return Some(s);
		return None;
	}

	static function insert(t:Tree<Int>, n:Int):Tree<Int>
		return switch (t) {
			case Leaf: Node(Leaf, n, Leaf);
			case Node(l, v, r): n < v ? Node(insert(l, n), v, r) : Node(l, v, insert(r, n));
		}

	static function list(t:Tree<Int>):Array<Int>
		return switch (t) {
			case Leaf: [];
			case Node(l, v, r): list(l).concat([v]).concat(list(r));
		}

	static function main() {
		Sys.println(or(Some(3), 0) + or(None, 10));
		Sys.println(or(find(["apple", "bean"], "b"), "none"));
		Sys.println(or(find(["apple", "bean"], "c"), "none"));
		var t = Leaf;
		for (n in [5, 2, 8, 1, 9, 3])
			t = insert(t, n);
		Sys.println(list(t));
	}
}
