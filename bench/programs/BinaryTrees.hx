/** Many short-lived trees beside one that stays: allocation and collection. **/
class Tree {
	var left:Tree;
	var right:Tree;

	public function new(left:Tree, right:Tree) {
		this.left = left;
		this.right = right;
	}

	public static function make(depth:Int):Tree {
		return depth == 0 ? new Tree(null, null) : new Tree(make(depth - 1), make(depth - 1));
	}

	public function count():Int {
		return left == null ? 1 : 1 + left.count() + right.count();
	}
}

class BinaryTrees {
	static inline var LEAST = 4;

	static function work(depth:Int):Int {
		var sum = Tree.make(depth + 1).count();
		var staying = Tree.make(depth);
		var d = LEAST;
		while (d <= depth) {
			var rounds = 1 << (depth - d + LEAST);
			var nodes = 0;
			for (i in 0...rounds)
				nodes += Tree.make(d).count();
			sum = Bench.mix(sum, nodes);
			d += 2;
		}
		return Bench.mix(sum, staying.count());
	}

	static function main()
		Bench.run(8, work);
}
