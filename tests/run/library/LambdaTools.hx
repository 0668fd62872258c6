// expect: LambdaTools.hx:43: true
// expect: LambdaTools.hx:44: true
// expect: LambdaTools.hx:45: 14
// expect: LambdaTools.hx:46: 2
// expect: LambdaTools.hx:47: 2
// expect: LambdaTools.hx:48: 4
// expect: LambdaTools.hx:49: 4
// expect: LambdaTools.hx:50: [0,1,8,3,20]
// expect: LambdaTools.hx:51: [1,2,3]
// expect: LambdaTools.hx:52: [1,10,2,20]
// expect: LambdaTools.hx:53: false
// expect: LambdaTools.hx:54: false
// expect: LambdaTools.hx:55: [0,1,2,7]
// expect: LambdaTools.hx:56: 2
// expect: LambdaTools.hx:57: [1]
// expect: LambdaTools.hx:58: 3
// expect: LambdaTools.hx:58: 1
// expect: LambdaTools.hx:58: 4
// expect: LambdaTools.hx:58: 1
// expect: LambdaTools.hx:58: 5
// expect: LambdaTools.hx:59: true true true
// expect: LambdaTools.hx:60: [trim me][l][r]
// expect: LambdaTools.hx:61: 007 7xx
// expect: LambdaTools.hx:62: a+b+c
// expect: LambdaTools.hx:63: FF 0000FF FFFFFFFF
// expect: LambdaTools.hx:64: &lt;a href=&quot;x&quot;&gt;&#039;&amp;&#039;&lt;/a&gt;
// expect: LambdaTools.hx:65: <b> &amp; "
// expect: LambdaTools.hx:66: a%20b%26c%3D%C3%BC%2F
// expect: LambdaTools.hx:67: a b&c=ü
// expect: LambdaTools.hx:68: 98
// expect: LambdaTools.hx:69: true
// expect: LambdaTools.hx:70: 97
// expect: LambdaTools.hx:70: 233
// expect: LambdaTools.hx:71: 0:120
// expect: LambdaTools.hx:71: 1:121
// expect: LambdaTools.hx:72: [97,98]
using Lambda;
using StringTools;

class LambdaTools {
	static function main() {
		var list = [3, 1, 4, 1, 5];
		trace(list.exists(x -> x == 4));
		trace(list.foreach(x -> x > 0));
		trace(list.fold((x, sum) -> sum + x, 0));
		trace(list.count(x -> x == 1));
		trace(list.indexOf(4));
		trace(list.find(x -> x > 3));
		trace(list.findIndex(x -> x == 5));
		trace(list.mapi((i, x) -> i * x));
		trace([[1, 2], [3]].flatten());
		trace([1, 2].flatMap(x -> [x, x * 10]));
		trace(list.has(9));
		trace(list.empty());
		trace([for (i in 0...3) i].concat([7]));
		trace([1, 2].list().length);
		trace(["a" => 1].array());
		list.iter(x -> trace(x));
		trace("hello".startsWith("he") + " " + "hello".endsWith("lo") + " " + "hello".contains("ell"));
		trace("[" + "  trim me ".trim() + "]" + "[" + " l".ltrim() + "][" + "r ".rtrim() + "]");
		trace("7".lpad("0", 3) + " " + "7".rpad("x", 3));
		trace("a-b-c".replace("-", "+"));
		trace(StringTools.hex(255) + " " + StringTools.hex(255, 6) + " " + StringTools.hex(-1));
		trace("<a href=\"x\">'&'</a>".htmlEscape(true));
		trace("&lt;b&gt; &amp;amp; &quot;".htmlUnescape());
		trace("a b&c=ü/".urlEncode());
		trace("a+b%26c%3D%C3%BC".urlDecode());
		trace("abc".fastCodeAt(1));
		trace(" x".isSpace(0));
		for (c in "aé") trace(c);
		for (i => c in "xy") trace(i + ":" + c);
		trace([for (c in new haxe.iterators.StringIteratorUnicode("ab")) c]);
	}
}
