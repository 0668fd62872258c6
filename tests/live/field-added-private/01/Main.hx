class Table<V> {
	var head:Entry<V>;
	public var size(default, null) = 0;

	public function new() {}

	public function push(value:V) {
		size++;
		head = new Entry(value, head);
	}

	public function text():String return '${head.value}$size ${head.next.count}';
}

private class Entry<V> {
	public var count:Int = 5;
	public final value:V;
	public final next:Entry<V>;

	public function new(value:V, next:Entry<V>) {
		this.value = value;
		this.next = next;
	}
}

class Main {
	static var table = new Table<String>();

	static function main() {
		table.push("b");
		table.push("a");
		while (true) {
			Sys.println(table.text());
			Sys.sleep(0.02);
		}
	}
}
