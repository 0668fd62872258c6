// expect: 7
// expect: 7
// expect: 49
// expect: 10
// expect: 610
// expect: 11x2
// expect: error: EUnexpected(+)
// expect: caught oops
// expect: three
// expect: 6
// expect: 5:<4,5>
// expect: 5
// expect: 4
// expect: error: EUnknownVariable(undefined_thing)
// expect: error: EUnexpected(<eof>)
// expect: ABCell
// expect: error: EUnexpected(+)
// expect: 105
// expect: Hello, World!
// expect: 01234
// expect: 271
// expect: true
// expect: 1-2-3
// expect: -9
// expect: error: EInvalidChar(64)
// expect: error: EUnterminatedString
// expect: error: EInvalidAccess(foo)
// expect: null
import hs.*;
import hs.Expr;

@:keep class Point {
	public var x : Float;
	public var y : Float;
	public var len(get, never) : Float;
	public function new(x, y) { this.x = x; this.y = y; }
	function get_len() return Math.sqrt(x*x+y*y);
	public function add(p:Point) return new Point(x+p.x, y+p.y);
	public function toString() return '<$x,$y>';
}

class Main {
	static function run(src:String, ?vars:Map<String,Dynamic>) {
		try {
			var p = new Parser();
			var e = p.parseString(src);
			var i = new Interp();
			i.variables.set("Math", Math);
			i.variables.set("Point", Point);
			i.variables.set("Std", Std);
			if (vars != null) for (k in vars.keys()) i.variables.set(k, vars.get(k));
			Sys.println(Std.string(i.execute(e)));
		} catch (e:Error) {
			Sys.println("error: " + Std.string(e));
		} catch (e:Dynamic) {
			Sys.println("exception: " + Std.string(e));
		}
	}
	static function main() {
		run("1+2*3");
		run("(1+2)*3 - 4/2");
		run("var x = 4; x += 3; x * x");
		run("var a = [1,2,3]; a.push(4); var s = 0; for (v in a) s += v; s");
		run("function fib(n) { if (n < 2) return n; return fib(n-1) + fib(n-2); } fib(15)");
		run("var o = { a : 1, b : 'x', c : [1,2] }; o.a = o.a + 10; o.a + o.b + o.c[1]");
		run("var i = 0; while (true) { i++; if (i == 3) continue; if (i > 10) break; trace(i, i*2); } i");
		run("try { throw 'oops'; } catch (e) { 'caught ' + e; }");
		run("switch (3) { case 1, 2: 'low'; case 3: 'three'; default: 'other'; }");
		run("var m = ['a' => 1, 'b' => 2]; m['c'] = 3; m.get('a') + m.get('b') + m['c']");
		run("var p = new Point(3, 4); p.len + ':' + p.add(new Point(1,1))");
		run("Math.floor(3.7) + Math.max(1, 2)");
		run("var f = function(x, ?y) { return y == null ? x : x + y; }; f(1) + f(1, 2)");
		run("undefined_thing + 1");
		run("1 + ");
		run("'abc'.toUpperCase() + 'hello'.substr(1, 3)");
		run("var c = 0; var inc = function() { c++; return c; }; inc(); inc(); inc()");
		run("var add = x -> x + 100; add(5)");
		run("greet('World')", ["greet" => function(n:String) return 'Hello, $n!']);
		run("var s = ''; for (i in 0...5) { s += i; } s");
		run("0xFF & 0x0F | 256");
		run("!(1 > 2) && 3 >= 3 || false");
		run("var a = [3,1,2]; a.sort(function(x,y) return x - y); a.join('-')");
		run("~5 + -3");
		run("@");
		run("\"unterminated");
		run("var n = null; n.foo");
		run("var a = [for_]; ", ["for_" => 1]);
	}
}
