enum E {
	Aa;
	Bb(x:Int);
	Cc(e:E, s:String);
}

enum abstract EA(Int) {
	var X = 1;
	var Y;
	var Z;
}

class Switches {
	static function main() {
		var e = Aa;
		var i = 1;
		var s = "a";
		var b = true;
		var ea = EA.X;
		var opt:haxe.ds.Option<E> = None;
		switch (e) { case Aa: }
		switch (e) { case Aa: case Bb(1): }
		switch (opt) { case Some(Bb(1)): }
		switch (opt) { case Some(Cc(Aa, "x")): case None: }
		switch (i) { case 1: case 2: }
		var v = switch (i) { case 1: 2; case 2: 3; }
		var v = switch (s) { case "a": 1; }
		switch (b) { case true: }
		switch (ea) { case X: case Y: }
		var v = switch (ea) { case X: 1; case Y: 2; }
		switch ([e, b]) { case [Aa, true]: case [Bb(_), _]: }
		switch ([i, i]) { case [1, 2]: }
		switch (e) { case Bb(x) | Cc(_, x): trace(x); default: }
		switch (e) { case Bb(x, y): default: }
		switch (e) { case Cc(x): default: }
		switch (i) { case "a": default: }
		switch (i) { case 1: case 1: default: }
		switch (i) { case _ if (i > 2): case _: case 3: }
		switch (i) { case x if (x > 2): }
		switch ({a: 1, b: e}) { case {a: 1}: case {b: Aa}: }
		switch ({a: 1, b: e}) { case {c: 1}: default: }
		switch ([1,2,3]) { case [1,2]: case [a,b,c]: }
		var arr = [1,2]; switch (arr) { case [1,2]: case [a,b,c]: }
		var n:Null<E> = null; switch (n) { case null: case Aa: }
		var v = switch (n) { case Aa: 1; case Bb(_): 2; case Cc(_): 3; }
		var v = switch (b) { case true: 1; };
		switch e { case Aa, Bb(_): case Cc(Aa | Bb(_), _): }
	}
}
