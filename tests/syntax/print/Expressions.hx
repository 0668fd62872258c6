class Expressions {
	function constants() {
		[1, -1, 0x1F, 0b101, 1_000_000, 1.5, .5, 1., 1e10, 1.5E-3, 5i64, 0xFFi64, 7u32, 1.0f64, 2_i32, 3f64, null, true, false, this, super];
		["text \"quoted\" \\ \n \r \t \x41 \101 \u00e9 \u{1F600} 'single'", 'single "double" \' $$ $ $1'];
		['$name', '$$name', 'a${b}c', '${a + '${b + '$c'}'}', '${{x: 1}.x}', '${f("}")} $a.b ${~/[a]/.match(s)}', '\n${"\\n"}\\'];
		[~/a\/b[c]\d+/gimsu, ~/x\n/, ~/\\/];
	}

	function operators() {
		a + b * c - d / e % f << 1 >> 2 >>> 3;
		a & b | c ^ d;
		a ?? b ?? c;
		a == b != c < d <= e > f >= g;
		a && b || c && !d;
		a...b + 1;
		a = b += c -= d *= e /= f %= g <<= h >>= i >>>= j &= k |= l ^= m &&= n ||= o ??= p;
		a ? b : c ? d : e;
		a => b => c;
		[1 => 2, a => b ? c : d];
		-a + !b - ~c + - -d - --e + ++f;
		i++ + j--;
		x!;
		!a is B && (c is D) == e is F;
		a in b;
		-1 - -1;
		5.foo;
		5. + 1;
		(a : Int);
	}

	function access() {
		a.b?.c.d(1, 2)[3](4).new_;
		a.macro.extern.function.new;
		new Map<Int, Array<String>>().x;
		new pack.Foo.Bar(1, 2);
		macro.foo();
		$v{x}.$field + $i{name}(1) + $a{args} + ${code} + $x;
		untyped __js__("x");
		cast x;
		cast(x, Int);
		cast (x : Int);
		cast (x).y + 1;
		inline f(x);
		inline new Foo();
		throw x;
		@:meta(1) @other a + b;
		@:meta a = b;
		a = @:meta b = c;
		super.f();
		abstract.f();
	}

	function functions() {
		function() {};
		function(a, ?b:Int, c = 1, ...d:Int):Void return a;
		function named<T:Foo, U>(a:T):U return null;
		inline function fast() {}
		() -> 1;
		x -> y -> x + y;
		(x) -> {
			x;
		};
		(x:Int) -> x;
		(x:Int, ?y, z = 1, w:Int = 2) -> x;
		(?x:Int) -> x;
		(x = 1) -> x;
		(x:Int = 1) -> x;
		(?x:Int = 1, y) -> x;
		list.map(x -> {a: x}).filter(x -> x.a > 1);
	}

	function control() {
		if (a) b;
		if (a) b; else c;
		if (a) {b;} else if (c) d else {};
		var x = if (a) b else c;
		for (i in 0...10) f(i);
		for (k => v in map) {f(k, v);}
		while (a) b;
		do a++ while (a < 10);
		do {a;} while (b);
		switch x {case 1: case 2 | 3, 4: a; b; case Foo(var y, _) if (y > 1): c; case {a: [_, final z]}: default: d;}
		switch (x) {case _: case "a": }
		try a catch (e) b;
		try {a;} catch (e:String) b catch (e:haxe.Exception) {c;}
		return;
		return a;
		break;
		continue;
		[for (i in 0...3) if (i > 1) i => i * 2];
		[while (a) b];
		var a, b:Int, c = 1, d:Array<Int> = [];
		final e = 1;
		@:m var f = 2;
		static var counter = 0;
		static final limit:Int = 1;
		{};
		{a: 1};
		{a: 1, "quoted-key": 2, c: {}}.a;
		var g = {a;};
		{var h; h;}
		if (a) return else throw b;
	}

	function macros() {
		macro a + $b;
		macro : Array<Int>;
		macro var x = 1;
		macro class Foo<T> extends Bar {var x:Int; function f() return $v{1};};
		macro class {};
		macro {a; $b{exprs};};
		macro for ($i in $e) $body;
		macro for ($header) $body;
		macro switch ($x) {case $p: $e;}
		macro new $path(1);
		macro ($e : $type);
	}

	function markup() {
		<div class="a">text's <b>$x</b><div/></div>;
		var x = <br/>;
		f(<a.b>{c}</a.b>);
	}

	function conditional() {
		#if (haxe >= "4.0.0" && !never) yes(); #elseif true no(); #else no(); #end
		var x = #if js 1 #else 2 #end;
		f(#if js a, #end b);
	}
}
