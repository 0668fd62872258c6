// expect: 7
// expect: 6
// expect: 5
// expect: a7[a,b]
// expect: 22
// expect: {a: 1, b: x}
// expect: one=1
// expect: two=2
// expect: 0
// expect: true
class Structures {
	static function length(p:{x:Float, y:Float}):Float
		return Math.sqrt(p.x * p.x + p.y * p.y);

	static function make(name:String, n:Int)
		return {name: name, n: n, tags: [name]};

	static function main() {
		var p = {x: 3, y: 4};
		Sys.println(p.x + p.y);
		p.x = 6;
		Sys.println(p.x);
		Sys.println(length({x: 3, y: 4.0}));
		var m = make("a", 5);
		m.tags.push("b");
		m.n += 2;
		Sys.println(m.name + m.n + m.tags);
		var o = {inner: {value: 1}, f: function(x:Int) return x * 2};
		o.inner.value++;
		Sys.println(o.inner.value + o.f(10));
		Sys.println({a: 1, b: "x"});
		var list = [{k: "one", v: 1}, {k: "two", v: 2}];
		for (e in list)
			Sys.println(e.k + "=" + e.v);
		var q = p;
		q.y = 0;
		Sys.println(p.y);
		Sys.println(p == q);
	}
}
