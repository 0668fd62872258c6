// expect: Regexes.hx:36: true
// expect: Regexes.hx:37: ab12|ab|12
// expect: Regexes.hx:38: -- | cd|3,4
// expect: Regexes.hx:39: true
// expect: Regexes.hx:40: null
// expect: Regexes.hx:41: false
// expect: Regexes.hx:42: no match
// expect: Regexes.hx:43: true
// expect: Regexes.hx:44: true false true false
// expect: Regexes.hx:33: [a][b,c]
// expect: Regexes.hx:33: [a][b][][c][]
// expect: Regexes.hx:33: [][a]
// expect: Regexes.hx:33: [abc]
// expect: Regexes.hx:33: []
// expect: Regexes.hx:33: [][lead][and][trail][]
// expect: Regexes.hx:51: aXcb aXcX
// expect: Regexes.hx:52: <a-1><b->
// expect: Regexes.hx:53: a[$]b
// expect: Regexes.hx:54: EdUcAtIOn
// expect: Regexes.hx:55: a 24 b 7
// expect: Regexes.hx:57: true 4
// expect: Regexes.hx:58: false true
// expect: Regexes.hx:59: a\.b\*c\[1\] true
// expect: Regexes.hx:60: true
// expect: Regexes.hx:62: truex0
// expect: Regexes.hx:64: -b--c-
// expect: Regexes.hx:65: aXcb
// expect: Regexes.hx:68: [k1:v1,k2:v2]
// expect: Regexes.hx:69: [a,b+c]
using StringTools;

class Regexes {
	static function show(parts:Array<String>) trace(parts.map(p -> "[" + p + "]").join(""));
	static function main() {
		var r = ~/([a-z]+)(\d+)?/;
		trace(r.match("-- ab12 cd"));
		trace(r.matched(0) + "|" + r.matched(1) + "|" + r.matched(2));
		trace(r.matchedLeft() + "|" + r.matchedRight() + "|" + r.matchedPos().pos + "," + r.matchedPos().len);
		trace(r.match("xyz"));
		trace(r.matched(2));
		trace(r.match("123"));
		try r.matched(0) catch (e:Dynamic) trace("no match");
		trace(~/HELLO/i.match("say hello"));
		trace(~/^b/m.match("a\nb") + " " + ~/^b/.match("a\nb") + " " + ~/a.b/s.match("a\nb") + " " + ~/a.b/.match("a\nb"));
		show(~/,/.split("a,b,c"));
		show(~/,/g.split("a,b,,c,"));
		show(~/,/g.split(",a"));
		show(~/x/g.split("abc"));
		show(~/x/g.split(""));
		show(~/\s+/g.split(" lead and trail "));
		trace(~/b/.replace("abcb", "X") + " " + ~/b/g.replace("abcb", "X"));
		trace(~/(\w)(\d)?/g.replace("a1b", "<$1-$2>"));
		trace(~/x/g.replace("axb", "[$$]"));
		trace(~/[aeiou]/g.map("education", e -> e.matched(0).toUpperCase()));
		trace(~/(\d+)/.map("a 12 b 7", e -> "" + (Std.parseInt(e.matched(1)) * 2)));
		var m = ~/b/;
		trace(m.matchSub("abcabc", 2) + " " + m.matchedPos().pos);
		trace(m.matchSub("abcabc", 2, 2) + " " + m.matchSub("abcabc", 0, 2));
		trace(EReg.escape("a.b*c[1]") + " " + new EReg(EReg.escape("1+1"), "").match("x1+1"));
		trace(~/é+/.match("caféé!"));
		var u = ~/(.)€/;
		trace(u.match("x€y") + u.matched(1) + u.matchedPos().pos);
		
		trace(~/a*/g.replace("baac", "-"));
		trace(~/(?<=a)b/g.replace("abcb", "X"));
		var all = [], rest = "k1=v1;k2=v2", pair = ~/(\w+)=(\w+)/;
		while (pair.match(rest)) { all.push(pair.matched(1) + ":" + pair.matched(2)); rest = pair.matchedRight(); }
		trace(all);
		trace("a-b_c".split("-").map(s -> ~/_/.replace(s, "+")));
	}
}
