// expect: item220*2
// expect: item220
// expect: item2*
// expect: item7
// expect: true
interface Named {
	function name():String;
}

interface Aged extends Named {
	function age():Int;
}

interface Listed extends Aged extends Marked {
	var rank:Int;
}

interface Marked {
	function mark():String;
}

class Item implements Listed {
	public var rank:Int;

	public function new(rank:Int)
		this.rank = rank;

	public function name()
		return "item" + rank;

	public function age()
		return rank * 10;

	public function mark()
		return "*";
}

class InterfaceInheritance {
	static function main() {
		var l:Listed = new Item(2);
		var a:Aged = l;
		var n:Named = a;
		var m:Marked = l;
		Sys.println(l.name() + l.age() + l.mark() + l.rank);
		Sys.println(a.name() + a.age());
		Sys.println(n.name() + m.mark());
		l.rank = 7;
		Sys.println(n.name());
		Sys.println(n == l);
	}
}
