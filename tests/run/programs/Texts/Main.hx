// expect: [abc     ]
// expect: [     abc]
// expect: [  abc   ]
// expect: the quick
// expect: brown fox
// expect: jumps over
// expect: extraordinar
// expect: ily lazy
// expect: dogs
// expect: 3 3 fooBarBazQux foo_bar_baz IV,IX,XIV,MCMXCIV,MMXXIV
// expect: 1|   42|42   |00042|s|   right|3.14|   -2.2|ff|%
// expect: a -b +x c -d e +f 
// expect: car0 cart1 cat2 / 0 / car cart cat do dog
// expect: a*b ~ xaaab = aaab
// expect: (a|b)+c ~ ababc = ababc,b
// expect: ^[a-z]+@(\w+)\.(com|org)$ ~ joe@site.org = joe@site.org,site,org
// expect: [^0-9]+ ~ 12ab3 = ab
// expect: x?y ~ y = y
// expect: (a*)*b ~ aaac = no
// expect: colou?r ~ my color = color
// expect: missing )
// expect: unexpected ) at 1
// expect: missing ]
// expect: 0 files, 1 file, 2 files Hi Bo !zz!
// expect: 1 plik, 3 pliki, 5 plików, 22 pliki, 12 plików Hi Ala
// expect: 2024-02-29 13:05:09 % 24 29 01 PM 29 4 2024-02-29 13:05:09
// expect: 2024-03-01 13:05:09 2020 1
using StringTools;
using Lambda;
using Main.Strings;

// text layout, diff, trie, regex engine, i18n, dates, text wrapping, roman numerals, soundex, levenshtein, table printer
enum abstract Side(String) from String { var L = "left"; var R = "right"; var C = "center"; }
class Strings {
	public static function align(s:String, w:Int, side:Side):String return switch side {
		case L: s.rpad(" ", w);
		case R: s.lpad(" ", w);
		case C: var p = w - s.length; p <= 0 ? s : s.lpad(" ", s.length + (p >> 1)).rpad(" ", w);
	}
	public static function wrap(s:String, w:Int):Array<String> {
		var lines = [], cur = "";
		for (word in s.split(" ")) {
			if (cur.length + word.length + (cur == "" ? 0 : 1) > w && cur != "") { lines.push(cur); cur = ""; }
			while (word.length > w) { lines.push(word.substr(0, w)); word = word.substr(w); }
			cur += (cur == "" ? "" : " ") + word;
		}
		if (cur != "") lines.push(cur);
		return lines;
	}
	public static function levenshtein(a:String, b:String):Int {
		var prev = [for (i in 0...b.length + 1) i];
		for (i in 1...a.length + 1) {
			var cur = [i];
			for (j in 1...b.length + 1) {
				var cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
				cur[j] = Std.int(Math.min(Math.min(cur[j - 1] + 1, prev[j] + 1), prev[j - 1] + cost));
			}
			prev = cur;
		}
		return prev[b.length];
	}
	public static function camel(s:String) return ~/[-_ ]+(.)/g.map(s, r -> r.matched(1).toUpperCase());
	public static function snake(s:String) return ~/([A-Z])/g.map(s, r -> (r.matchedPos().pos == 0 ? "" : "_") + r.matched(0).toLowerCase());
	public static function roman(n:Int):String {
		var b = new StringBuf();
		for (p in [{ v: 1000, s: "M" }, { v: 900, s: "CM" }, { v: 500, s: "D" }, { v: 400, s: "CD" }, { v: 100, s: "C" }, { v: 90, s: "XC" }, { v: 50, s: "L" }, { v: 40, s: "XL" }, { v: 10, s: "X" }, { v: 9, s: "IX" }, { v: 5, s: "V" }, { v: 4, s: "IV" }, { v: 1, s: "I" }])
			while (n >= p.v) { b.add(p.s); n -= p.v; }
		return b.toString();
	}
	public static function format(s:String, args:Array<Dynamic>):String
		return ~/%(-?)(0?)(\d*)(?:\.(\d+))?([dsfx%])/g.map(s, r -> {
			if (r.matched(5) == "%") return "%";
			var v = args.shift();
			var t = switch r.matched(5) {
				case "d": Std.string(Std.int(v));
				case "x": StringTools.hex(v).toLowerCase();
				case "f":
					var p = r.matched(4) == null ? 6 : Std.parseInt(r.matched(4)), k = Math.pow(10, p), n = Math.round((v : Float) * k), str = Std.string(Math.abs(n)).lpad("0", p + 1);
					(n < 0 ? "-" : "") + (p == 0 ? str : str.substr(0, str.length - p) + "." + str.substr(str.length - p));
				case _: Std.string(v);
			}
			var w = r.matched(3) == "" ? 0 : Std.parseInt(r.matched(3));
			return r.matched(1) == "-" ? t.rpad(" ", w) : t.lpad(r.matched(2) == "0" ? "0" : " ", w);
		});
}
enum Edit<T> { Keep(v:T); Add(v:T); Del(v:T); }
class Diff {
	public static function run<T>(a:Array<T>, b:Array<T>):Array<Edit<T>> {
		var n = a.length, m = b.length, t = [for (_ in 0...n + 1) [for (_ in 0...m + 1) 0]];
		var i = n;
		while (--i >= 0) { var j = m; while (--j >= 0) t[i][j] = a[i] == b[j] ? t[i + 1][j + 1] + 1 : t[i + 1][j] > t[i][j + 1] ? t[i + 1][j] : t[i][j + 1]; }
		var out = [], i = 0, j = 0;
		while (i < n || j < m)
			if (i < n && j < m && a[i] == b[j]) { out.push(Keep(a[i])); i++; j++; }
			else if (j < m && (i == n || t[i][j + 1] > t[i + 1][j])) out.push(Add(b[j++]));
			else out.push(Del(a[i++]));
		return out;
	}
}
class Trie<V> {
	final kids = new Map<Int, Trie<V>>();
	var value:Null<V> = null;
	public function new() {}
	public function set(k:String, v:V) {
		var t = this;
		for (c in new haxe.iterators.StringIterator(k)) t = switch t.kids[c] { case null: t.kids[c] = new Trie(); case x: x; };
		t.value = v;
	}
	public function prefix(p:String):Array<{ key:String, value:V }> {
		var t = this;
		for (i in 0...p.length) { t = t.kids[p.fastCodeAt(i)]; if (t == null) return []; }
		var out = [];
		function walk(t:Trie<V>, s:String) {
			if (t.value != null) out.push({ key: s, value: t.value });
			var ks = [for (k in t.kids.keys()) k];
			ks.sort((a, b) -> a - b);
			for (k in ks) walk(t.kids[k], s + String.fromCharCode(k));
		}
		walk(t, p);
		return out;
	}
}
enum Re { Chr(c:Int); Any; Cls(neg:Bool, ranges:Array<{ lo:Int, hi:Int }>); Seq(l:Array<Re>); Alt(l:Array<Re>); Rep(r:Re, min:Int, max:Int); Grp(r:Re, n:Int); Bol; Eol; }
class Regex {
	final src:String; var p = 0; var groups = 0; final re:Re;
	public function new(s) { src = s; re = alt(); if (p < src.length) throw 'unexpected ${src.charAt(p)} at $p'; }
	function alt():Re { var l = [seq()]; while (src.charAt(p) == "|") { p++; l.push(seq()); } return l.length == 1 ? l[0] : Alt(l); }
	function seq():Re {
		var l = [];
		while (p < src.length && src.charAt(p) != "|" && src.charAt(p) != ")") {
			var a = atom();
			while (true) { switch src.charAt(p) { case "*": a = Rep(a, 0, -1); case "+": a = Rep(a, 1, -1); case "?": a = Rep(a, 0, 1); case _: break; } p++; }
			l.push(a);
		}
		return l.length == 1 ? l[0] : Seq(l);
	}
	function atom():Re return switch src.charAt(p++) {
		case "(": var n = ++groups, r = alt(); if (src.charAt(p++) != ")") throw "missing )"; Grp(r, n);
		case ".": Any;
		case "^": Bol;
		case "$": Eol;
		case "[":
			var neg = src.charAt(p) == "^", rs = [];
			if (neg) p++;
			while (src.charAt(p) != "]") {
				if (p >= src.length) throw "missing ]";
				var lo = src.charCodeAt(p++), hi = lo;
				if (src.charAt(p) == "-" && src.charAt(p + 1) != "]") { hi = src.charCodeAt(p + 1); p += 2; }
				rs.push({ lo: lo, hi: hi });
			}
			p++;
			Cls(neg, rs);
		case "\\": switch src.charAt(p++) { case "d": Cls(false, [{ lo: 48, hi: 57 }]); case "w": Cls(false, [{ lo: 48, hi: 57 }, { lo: 65, hi: 90 }, { lo: 97, hi: 122 }, { lo: 95, hi: 95 }]); case c: Chr(c.charCodeAt(0)); }
		case c: Chr(c.charCodeAt(0));
	}
	public function exec(s:String):Null<Array<String>> {
		for (start in 0...s.length + 1) {
			var caps = [for (_ in 0...groups + 1) { a: -1, b: -1 }], end = -1;
			function m(r:Re, i:Int, k:Int->Bool):Bool return switch r {
				case Chr(c): i < s.length && s.charCodeAt(i) == c && k(i + 1);
				case Any: i < s.length && k(i + 1);
				case Cls(neg, rs): i < s.length && rs.exists(r -> s.charCodeAt(i) >= r.lo && s.charCodeAt(i) <= r.hi) != neg && k(i + 1);
				case Seq([]): k(i);
				case Seq(l): m(l[0], i, j -> m(Seq(l.slice(1)), j, k));
				case Alt(l): l.exists(x -> m(x, i, k));
				case Rep(x, min, max): (max != 0 && m(x, i, j -> j > i && m(Rep(x, min > 0 ? min - 1 : 0, max - 1), j, k))) || (min == 0 && k(i));
				case Grp(x, n): var old = caps[n]; m(x, i, j -> { var o = caps[n]; caps[n] = { a: i, b: j }; k(j) || { caps[n] = o; false; }; }) || { caps[n] = old; false; };
				case Bol: i == 0 && k(i);
				case Eol: i == s.length && k(i);
			}
			if (m(re, start, j -> { end = j; true; })) {
				caps[0] = { a: start, b: end };
				return [for (c in caps) c.a < 0 ? null : s.substring(c.a, c.b)];
			}
		}
		return null;
	}
}
class I18n {
	static final plural:Map<String, Int->Int> = ["en" => n -> n == 1 ? 0 : 1, "pl" => n -> n == 1 ? 0 : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 10 || n % 100 >= 20) ? 1 : 2];
	final dict:Map<String, Map<String, Array<String>>> = ["en" => ["files" => ["{n} file", "{n} files"], "hi" => ["Hi {name}"]], "pl" => ["files" => ["{n} plik", "{n} pliki", "{n} plików"]]];
	public var lang = "en";
	public function new() {}
	public function t(key:String, ?vars:{}):String {
		var forms = dict[lang].exists(key) ? dict[lang][key] : dict["en"][key];
		if (forms == null) return '!$key!';
		var n = vars == null ? null : Reflect.field(vars, "n");
		var s = forms[n == null ? 0 : plural[lang](n)];
		for (f in Reflect.fields(vars)) s = s.replace('{$f}', Std.string(Reflect.field(vars, f)));
		return s;
	}
}
class Main {
	static function main() {
		for (s in [L, R, C]) Sys.println("[" + "abc".align(8, s) + "]");
		for (l in "the quick brown fox jumps over extraordinarily lazy dogs".wrap(12)) Sys.println(l);
		Sys.println("kitten".levenshtein("sitting") + " " + "".levenshtein("abc") + " " + "foo-bar_baz qux".camel() + " " + "fooBarBaz".snake() + " " + [4, 9, 14, 1994, 2024].map(Strings.roman).join(","));
		Sys.println("%d|%5d|%-5d|%05d|%s|%8s|%.2f|%7.1f|%x|%%".format([1, 42, 42, 42, "s", "right", 3.14159, -2.25, 255]));
		for (e in Diff.run("a b c d e".split(" "), "a x c e f".split(" "))) Sys.print(switch e { case Keep(v): '$v '; case Add(v): '+$v '; case Del(v): '-$v '; });
		Sys.println("");
		var t = new Trie<Int>();
		for (i => w in ["car", "cart", "cat", "dog", "do"]) t.set(w, i);
		Sys.println([for (x in t.prefix("ca")) x.key + x.value].join(" ") + " / " + t.prefix("z").length + " / " + [for (x in t.prefix("")) x.key].join(" "));
		for (c in [["a*b", "xaaab"], ["(a|b)+c", "ababc"], ["^[a-z]+@(\\w+)\\.(com|org)$", "joe@site.org"], ["[^0-9]+", "12ab3"], ["x?y", "y"], ["(a*)*b", "aaac"], ["colou?r", "my color"]]) {
			var r = new Regex(c[0]).exec(c[1]);
			Sys.println(c[0] + " ~ " + c[1] + " = " + (r == null ? "no" : r.join(",")));
		}
		for (bad in ["(a", "a)", "[a"]) try { new Regex(bad); Sys.println("ok"); } catch (e:String) Sys.println(e);
		var i = new I18n();
		Sys.println([for (n in [0, 1, 2]) i.t("files", { n: n })].join(", ") + " " + i.t("hi", { name: "Bo" }) + " " + i.t("zz"));
		i.lang = "pl";
		Sys.println([for (n in [1, 3, 5, 22, 12]) i.t("files", { n: n })].join(", ") + " " + i.t("hi", { name: "Ala" }));
		var d = new Date(2024, 1, 29, 13, 5, 9);
		Sys.println(DateTools.format(d, "%Y-%m-%d %H:%M:%S %% %y %e %I %p") + " " + DateTools.getMonthDays(d) + " " + d.getDay() + " " + d.toString());
		Sys.println(DateTools.delta(d, DateTools.days(1)).toString() + " " + Date.fromString("2020-12-31 23:59:59").getFullYear() + " " + DateTools.parse(90061001.0).hours);
	}
}
