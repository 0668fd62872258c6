// expect: 2 3 5 7 10 12 18 20 21 22 25 27 31 34 36 39 41 42 44 45 50 54 56 60 61 62 66 69 75 79 81 85 94 97 98 99
// expect: true
// expect: 9
class Tree {
	var key:Int;
	var left:Tree;
	var right:Tree;

	public function new(key:Int)
		this.key = key;

	public function insert(k:Int):Bool {
		if (k == key)
			return false;
		if (k < key) {
			if (left == null) {
				left = new Tree(k);
				return true;
			}
			return left.insert(k);
		}
		if (right == null) {
			right = new Tree(k);
			return true;
		}
		return right.insert(k);
	}

	public function depth():Int {
		var l = left == null ? 0 : left.depth();
		var r = right == null ? 0 : right.depth();
		return 1 + (l > r ? l : r);
	}

	public function walk(f:Int->Void):Void {
		if (left != null)
			left.walk(f);
		f(key);
		if (right != null)
			right.walk(f);
	}
}

class BinaryTree {
	static function main() {
		var t = new Tree(50);
		var seed = 7, added = 0;
		for (i in 0...40) {
			seed = (seed * 75 + 74) % 65537;
			if (t.insert(seed % 100))
				added++;
		}
		var keys = [];
		t.walk(function(k) keys.push(k));
		Sys.println(keys.join(" "));
		Sys.println(added + 1 == keys.length);
		Sys.println(t.depth());
	}
}
