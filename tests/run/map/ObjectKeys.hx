// expect: ab
// expect: false
// expect: true
// expect: 1
class Key {
	public var n:Int;

	public function new(n)
		this.n = n;
}

class ObjectKeys {
	static function main() {
		var a = new Key(1), b = new Key(1);
		var m = new Map<Key, String>();
		m[a] = "a";
		m[b] = "b";
		Sys.println(m[a] + m[b]);
		Sys.println(m.exists(new Key(1)));
		m.remove(a);
		Sys.println(m[a] == null);
		var total = 0;
		for (k in m.keys())
			total += k.n;
		Sys.println(total);
	}
}
