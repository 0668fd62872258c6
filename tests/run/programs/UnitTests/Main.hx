// expect: TestA
// expect:   testFloat: FAIL .F.W
// expect:     line: 61, expected 1 but it is 1.1 (TestA.testFloat)
// expect:     careful
// expect:   testInherited: OK .
// expect:   testOne: FAIL .F.F
// expect:     line: 38, expected "a" but it is "b" (TestA.testOne)
// expect:     line: 40, expected false (TestA.testOne)
// expect:   testRaises: FAIL .FFF
// expect:     line: 57, expected throw of type String but it is Int (TestA.testRaises)
// expect:     line: 58, exception not raised (TestA.testRaises)
// expect:     line: 59, exception not raised (TestA.testRaises)
// expect:   testSame: FAIL .FF.FF.FFF
// expect:     line: 44, expected "x" but it is "y" for field b.array[0].c (TestA.testSame)
// expect:     line: 45, the tested object has extra fields [b] (TestA.testSame)
// expect:     line: 47, expected Circle(1) but it is Rect(1,2) for field enum[0].array[0] (TestA.testSame)
// expect:     line: 48, expected 2 but it is 3 for field map[b] (TestA.testSame)
// expect:     line: 50, expected 1 elements but they are 2 for field b.c (TestA.testSame)
// expect:     line: 51, expected type Int but it is String (TestA.testSame)
// expect:     line: 52, expected type `null` but it is Int (TestA.testSame)
// expect:   testThrow: FAIL .E
// expect:     unexpected
// expect: TestB
// expect:   specX: OK .
// expect: results: 11 ok, 14 bad
// expect: 1/7 2/7 3/7 4/7 5/7 6/7 7/7
// expect: Assert at Main.hx:74 out of context
import ut.Runner;
enum Shape { Circle(r:Float); Rect(w:Float, h:Float); Group(l:Array<Shape>); }
class BaseTest implements ITest { public function new() {} public function testInherited() Assert.pass(); }
class P { public var a:Int; public var b:{ c:Array<Int> }; public function new(a, c) { this.a = a; b = { c: c }; } public function m() return a; }
class TestA extends BaseTest {
	var fixture:Array<Int>;
	public function setup() { fixture = [1, 2, 3]; }
	public function teardown() fixture = null;
	public function testOne() {
		Assert.equals(3, fixture.length);
		Assert.equals("a", "b");
		Assert.isTrue(fixture.indexOf(2) == 1);
		Assert.isFalse(true);
	}
	public function testSame() {
		Assert.same([1, 2, 3], fixture);
		Assert.same({ a: 1, b: [{ c: "x" }] }, { a: 1, b: [{ c: "y" }] });
		Assert.same({ a: 1 }, { a: 1, b: 2 });
		Assert.same(Group([Circle(1), Rect(1, 2)]), Group([Circle(1), Rect(1, 2.0000001)]));
		Assert.same(Group([Circle(1)]), Group([Rect(1, 2)]));
		Assert.same(["a" => 1, "b" => 2], ["a" => 1, "b" => 3]);
		Assert.same(new P(1, [2]), new P(1, [2]));
		Assert.same(new P(1, [2]), new P(1, [2, 3]));
		Assert.same(1, "1");
		Assert.same(null, 1);
	}
	public function testThrow() { Assert.pass(); throw "unexpected"; }
	public function testRaises() {
		Assert.raises(() -> throw "s", String);
		Assert.raises(() -> throw 1, String);
		Assert.raises(function() {});
		Assert.raises(() -> fixture[0] = 1);
	}
	public function testFloat() { Assert.floatEquals(0.3, 0.1 + 0.2); Assert.floatEquals(1, 1.1); Assert.floatEquals(Math.NaN, Math.NaN); Assert.warn("careful"); }
	public function helper() Assert.fail("never");
}
class TestB implements ITest { public function new() {} public function specX() Assert.pass(); public var testVar = 1; public function testNothing() {} }
class Main {
	static function main() {
		var r = new Runner();
		r.addCase(new TestA());
		r.addCase(new TestB(), ~/^spec/);
		var log = [];
		r.onProgress = (d, t) -> log.push('$d/$t');
		r.run();
		Sys.println(log.join(" "));
		try { Assert.results = null; Assert.isTrue(true); } catch (e:String) Sys.println(e);
	}
}
