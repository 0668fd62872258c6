// Fields of every basic type beside each other.
// expect: true
// expect: 1
// expect: true
// expect: 5
// expect: e
// expect: [1,2,3]
// expect: 7 2.5 2 null
// expect: 2
// expect: 5
// expect: dyn
// expect: 12
class Mixed {
	public var a:Bool = true;
	public var b:Int = 1;
	public var c:Bool = false;
	public var d:Float = 2.5;
	public var e:String = "e";
	public var f:Array<Int> = [1, 2];
	public var g:Mixed = null;
	public var h:Int->Int = function(x) return x + 1;
	public var i:Null<Int> = null;
	public var j:Dynamic = "dyn";

	public function new() {}
}

class FieldTypes {
	static function main() {
		var m = new Mixed();
		m.g = new Mixed();
		m.g.b = 7;
		m.d *= 2;
		m.f.push(3);
		m.c = !m.c;
		m.i = 5;
		Sys.println(m.a);
		Sys.println(m.b);
		Sys.println(m.c);
		Sys.println(m.d);
		Sys.println(m.e);
		Sys.println(m.f);
		Sys.println(m.g.b + " " + m.g.d + " " + m.g.f.length + " " + m.g.i);
		Sys.println(m.h(1));
		Sys.println(m.i);
		Sys.println(m.j);
		m.j = 12;
		Sys.println(m.j);
	}
}
