// expect: []
// expect: 25,16,9,4,1,0
// expect: 0,1,4,9,16,25
// expect: 6
class Node {
	public var value:Int;
	public var next:Node;

	public function new(value:Int, next:Node) {
		this.value = value;
		this.next = next;
	}
}

class List {
	var head:Node;

	public var length(default, null) = 0;

	public function new() {}

	public function add(v:Int) {
		head = new Node(v, head);
		length++;
	}

	public function reverse() {
		var result:Node = null;
		while (head != null) {
			var n = head;
			head = n.next;
			n.next = result;
			result = n;
		}
		head = result;
	}

	public function text():String {
		var s = "";
		var n = head;
		while (n != null) {
			s += n.value + (n.next == null ? "" : ",");
			n = n.next;
		}
		return s;
	}
}

class LinkedList {
	static function main() {
		var l = new List();
		Sys.println("[" + l.text() + "]");
		for (i in 0...6)
			l.add(i * i);
		Sys.println(l.text());
		l.reverse();
		Sys.println(l.text());
		Sys.println(l.length);
	}
}
