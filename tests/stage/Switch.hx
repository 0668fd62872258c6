// Decisions: tags, constants, guards, alternatives, strings, tuples, extractors.
enum Tree {
	Leaf(value:Int);
	Node(left:Tree, right:Tree);
	Nil;
}

class Switch {
	static function sum(t:Tree):Int
		return switch (t) {
			case Leaf(v): v;
			case Node(Leaf(a), Leaf(b)) if (a == b): 2 * a;
			case Node(l, r): sum(l) + sum(r);
			case Nil: 0;
		}

	static function ints(x:Int):String
		return switch (x) {
			case 0: "none";
			case 1 | 2 | 3: "few";
			case n if (n < 0): "negative";
			case 4, 5: "some";
			default: "many";
		}

	static function strings(s:String):Int
		return switch (s) {
			case "a": 1;
			case "b": 2;
			case _: 0;
		}

	static function tuple(a:Int, b:Bool):Int
		return switch [a, b] {
			case [1, true]: 1;
			case [_, false]: 2;
			case [n, _]: n;
		}

	static function extract(s:String):Bool
		return switch (s) {
			case _.length => 3: true;
			default: false;
		}

	static function main() {}
}
