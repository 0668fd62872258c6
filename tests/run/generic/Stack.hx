// expect: 5
// expect: 169410
// expect: empty
// expect: ba
class Node<T> {
	public var item:T;
	public var below:Node<T>;

	public function new(item, below) {
		this.item = item;
		this.below = below;
	}
}

class Pile<T> {
	var top:Node<T>;

	public var size(default, null) = 0;

	public function new() {}

	public function push(x:T):Pile<T> {
		top = new Node(x, top);
		size++;
		return this;
	}

	public function pop():T {
		if (top == null)
			throw "empty";
		var x = top.item;
		top = top.below;
		size--;
		return x;
	}

	public function isEmpty()
		return top == null;
}

class Stack {
	static function main() {
		var s = new Pile<Int>();
		for (i in 0...5)
			s.push(i * i);
		Sys.println(s.size);
		var sum = 0;
		while (!s.isEmpty())
			sum = sum * 10 + s.pop();
		Sys.println(sum);
		try {
			s.pop();
		} catch (e:String) {
			Sys.println(e);
		}
		var t = new Pile().push("a").push("b");
		Sys.println(t.pop() + t.pop());
	}
}
