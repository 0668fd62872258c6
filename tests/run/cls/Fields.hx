// expect: 3
// expect: 10 5 p
// expect: 3 4 q
// expect: -1
// expect: true
// expect: false
class Point {
	public var x:Int;
	public var y:Int;
	public var label:String = "p";

	public function new(x:Int, y:Int) {
		this.x = x;
		this.y = y;
	}
}

class Fields {
	static function main() {
		var p = new Point(1, 2);
		var q = new Point(3, 4);
		Sys.println(p.x + p.y);
		p.x = 10;
		p.y += q.x;
		q.label = "q";
		Sys.println('${p.x} ${p.y} ${p.label}');
		Sys.println('${q.x} ${q.y} ${q.label}');
		var r = p;
		r.x = -1;
		Sys.println(p.x);
		Sys.println(r == p);
		Sys.println(q == p);
	}
}
