// expect: 1
// expect: negative, kept 1
// expect: 2
// expect: 2
class Checked {
	public var n:Int;

	public static var made = 0;

	public function new(n:Int) {
		if (n < 0)
			throw "negative";
		this.n = n;
		made++;
	}
}

class ThrowInConstructor {
	static function main() {
		var c:Checked = null;
		for (n in [1, -1, 2])
			try {
				c = new Checked(n);
				Sys.println(c.n);
			} catch (e:String) {
				Sys.println(e + ", kept " + c.n);
			}
		Sys.println(Checked.made);
	}
}
