// expect: home@1,2
// expect: home@1,2 (warm)
// expect: -5
// expect: n3
// expect: [1,2]
typedef Point = {
	var x:Int;
	var y:Int;
}

typedef Named = {
	var name:String;
	var ?note:String;
}

typedef Place = Point & Named;
typedef Callback = Int->String;
typedef Numbers = Array<Int>;

class Typedefs {
	static function show(p:Place):String
		return p.name + "@" + p.x + "," + p.y + (p.note == null ? "" : " (" + p.note + ")");

	static function origin():Point
		return {x: 0, y: 0};

	static function main() {
		Sys.println(show({x: 1, y: 2, name: "home"}));
		Sys.println(show({
			x: 1,
			y: 2,
			name: "home",
			note: "warm"
		}));
		var o = origin();
		o.x -= 5;
		Sys.println(o.x);
		var c:Callback = n -> "n" + n;
		Sys.println(c(3));
		var l:Numbers = [1];
		l.push(2);
		Sys.println(l);
	}
}
