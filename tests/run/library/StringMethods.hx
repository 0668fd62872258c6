// expect: StringMethods.hx:35: case ABCÉÉßÑabcééßñ
// expect: StringMethods.hx:35: charAt 'h'''''''
// expect: StringMethods.hx:35: code 246 null null null
// expect: StringMethods.hx:35: indexOf [4,-1,-1,0,5,11,-1,6,-1,-1]
// expect: StringMethods.hx:35: lastIndexOf [4,-1,9,-1,0,0,9]
// expect: StringMethods.hx:35: lastIndexOf'' [11,3,0]
// expect: StringMethods.hx:35: split [2:hell| wörld,4:he||o wör|d,1:hello wörld,1:,3:|a|,3:a|b|c,3:a|b|]
// expect: StringMethods.hx:35: substr ['hello wörld','lo wörld','lo','rld','rl','','he','llo wö','hello wörld','']
// expect: StringMethods.hx:35: substring ['hello wörld','lo wörld','lo','lo','hello wörld','he','','he','hello wörld','']
// expect: StringMethods.hx:35: toString hello wörldx
// expect: StringMethods.hx:35: cmp [true,true,true,true,true,false]
// expect: StringMethods.hx:35: plus a11.5truenull[1]{x: 1}
// expect: StringMethods.hx:35: null nullx
// expect: StringMethods.hx:35: st1 [true,true,false,true,true,true,true]
// expect: StringMethods.hx:35: trim 'x y''x '' x'''''
// expect: StringMethods.hx:35: isSpace [true,true,true,true,true,false,false]
// expect: StringMethods.hx:35: pad 'ababx''xabab''xyz''x''00'
// expect: StringMethods.hx:35: replace 'bbb''a-b-c'''''
// expect: StringMethods.hx:35: hex [FF,0,FFFFFFFF,000A,12345,0]
// expect: StringMethods.hx:35: url a%20b%26c%3Dd%2F%C3%A9%E2%82%AC%F0%9F%98%80%7E%21%2A%27%28%29-_. a b cé€
// expect: StringMethods.hx:35: html &lt;a href="x"&gt;'&amp;'&lt;/a&gt;&lt;&quot;&#039;&gt;<>"'&&lt;
// expect: StringMethods.hx:35: fast 98 true99
// expect: StringMethods.hx:35: kv [97,1233]
// expect: StringMethods.hx:35: quote 'a b'^"a^ b\^"c^"
// expect: StringMethods.hx:35: utf16 true
// expect: StringMethods.hx:35: uni 3 😀 128512 😀 22😀 [97,128512,233][0,1,2]
// expect: StringMethods.hx:35: uni2 true false A😀Étruea😀éx
// expect: StringMethods.hx:35: parseInt [1,12,31,-16,null,null,null,5,1,null,-7,null,null,1,-1,0,null,3,31,12,5,null]
// expect: StringMethods.hx:35: string [null,1,1e+21,1e+20,-0,1e-07,123456789.123,0.1,1e+300,nan,neg_infinity,5e-05,100000,1]
// expect: StringMethods.hx:35: int [1,-1,0,0]
// expect: StringMethods.hx:35: is [true,true,false,true,true,true,false,true,false,true,true,false,true,true]
// expect: StringMethods.hx:35: random true 00
// expect: StringMethods.hx:35: downcast true
class StringMethods {
	static function t(n:String, f:Void->Dynamic) { try trace(n + " " + f()) catch (e:haxe.Exception) trace(n + " exc " + e.message); }
	static function q(s:Null<String>) return s == null ? "null" : "'" + s + "'";
	static function main() {
		var s = "hello wörld";
		t("case", () -> "aBcéÉßñ".toUpperCase() + "aBcéÉßÑ".toLowerCase());
		t("charAt", () -> q(s.charAt(0)) + q(s.charAt(-1)) + q(s.charAt(99)) + q("".charAt(0)));
		t("code", () -> s.charCodeAt(7) + " " + s.charCodeAt(-1) + " " + s.charCodeAt(99) + " " + "".charCodeAt(0));
		t("indexOf", () -> [s.indexOf("o"), s.indexOf("o", 5), s.indexOf("z"), s.indexOf(""), s.indexOf("", 5), s.indexOf("", 99), s.indexOf("h", -5), s.indexOf("wö"), s.indexOf("hello wörld!"), s.indexOf("o", 99)]);
		t("lastIndexOf", () -> [s.lastIndexOf("o"), s.lastIndexOf("o", 3), s.lastIndexOf("l", 9), s.lastIndexOf("z"), s.lastIndexOf("h"), s.lastIndexOf("h", 0), s.lastIndexOf("l", 99)]);
		t("lastIndexOf''", () -> [s.lastIndexOf(""), s.lastIndexOf("", 3), "".lastIndexOf("")]);
		t("split", () -> [s.split("o"), s.split("l"), s.split("xyz"), "".split(","), ",a,".split(","), "abc".split(""), "a,b,".split(",")].map(x -> x.length + ":" + x.join("|")));
		t("substr", () -> [s.substr(0), s.substr(3), s.substr(3, 2), s.substr(-3), s.substr(-3, 2), s.substr(99), s.substr(-99, 2), s.substr(2, -3), s.substr(0, 99), s.substr(3, 0)].map(q));
		t("substring", () -> [s.substring(0), s.substring(3), s.substring(3, 5), s.substring(5, 3), s.substring(-3), s.substring(-3, 2), s.substring(99), s.substring(2, -1), s.substring(0, 99), s.substring(3, 3)].map(q));
		t("toString", () -> s.toString() + new String("x"));
		t("cmp", () -> [("a" < "b"), ("a" > "StringMethods"), ("" < "a"), ("é" > "z"), ("a" == "a"), ("abc" >= "abd")]);
		t("plus", () -> "a" + 1 + 1.5 + true + null + [1] + {x: 1});
		t("null", () -> { var n:String = null; n + "x"; });
		// StringTools
		t("st1", () -> [StringTools.startsWith(s, "he"), StringTools.startsWith(s, ""), StringTools.startsWith("", "a"), StringTools.endsWith(s, "ld"), StringTools.endsWith(s, ""), StringTools.contains(s, "wö"), StringTools.contains(s, "")]);
		t("trim", () -> q(StringTools.trim(" \t\n\r x y \x0b\x0c")) + q(StringTools.ltrim("  x ")) + q(StringTools.rtrim(" x  ")) + q(StringTools.trim("")) + q(StringTools.trim("   ")));
		t("isSpace", () -> [for (c in [" ", "\t", "\n", "\x0b", "\r", "a", ""]) StringTools.isSpace(c, 0)]);
		t("pad", () -> q(StringTools.lpad("x", "ab", 4)) + q(StringTools.rpad("x", "ab", 4)) + q(StringTools.lpad("xyz", "-", 2)) + q(StringTools.lpad("x", "", 4)) + q(StringTools.rpad("", "0", 2)));
		t("replace", () -> q(StringTools.replace("aaa", "a", "b")) + q(StringTools.replace("abc", "", "-")) + q(StringTools.replace("abab", "ab", "")) + q(StringTools.replace("", "a", "b")));
		t("hex", () -> [StringTools.hex(255), StringTools.hex(0), StringTools.hex(-1), StringTools.hex(10, 4), StringTools.hex(0x12345, 2), StringTools.hex(0, 0)]);
		t("url", () -> StringTools.urlEncode("a b&c=d/é€😀~!*'()-_.") + " " + StringTools.urlDecode("a+b%20c%C3%A9%E2%82%AC"));
		t("html", () -> StringTools.htmlEscape("<a href=\"x\">'&'</a>") + StringTools.htmlEscape("<\"'>", true) + StringTools.htmlUnescape("&lt;&gt;&quot;&#039;&amp;&amp;lt;"));
		t("fast", () -> StringTools.fastCodeAt("abc", 1) + " " + StringTools.isEof(StringTools.fastCodeAt("abc", 3)) + StringTools.unsafeCodeAt("abc", 2));
		t("kv", () -> [for (i => c in StringTools.keyValueIterator("aé")) i * 1000 + c]);
		t("quote", () -> haxe.SysTools.quoteUnixArg("a b") + haxe.SysTools.quoteWinArg("a b\"c", true));
		t("utf16", () -> [for (c in "a😀".split("")) c.charCodeAt(0)].length > 0);
		// UnicodeString
		var u:UnicodeString = "a😀é";
		t("uni", () -> u.length + " " + u.charAt(1) + " " + u.charCodeAt(1) + " " + u.substr(1, 1) + " " + u.indexOf("é") + u.lastIndexOf("é") + u.substring(1, 2) + " " + [for (c in u) c] + [for (i => c in u) i]);
		t("uni2", () -> UnicodeString.validate(haxe.io.Bytes.ofHex("c3a9"), UTF8) + " " + UnicodeString.validate(haxe.io.Bytes.ofHex("c3"), UTF8) + " " + u.toUpperCase() + (u < "b") + (u + "x"));
		// StringBuf
		// Std
		t("parseInt", () -> [for (x in ["1", " 12abc", "0x1F", "-0x10", "", "abc", "-", "+5", "1e5", "0x", "  -7", "99999999999", "2147483648", "1.9", "-1.9", "0b1", "١", "\n3", "0X1f", "00012", "+0x5", "- 5"]) Std.parseInt(x)]);
		t("string", () -> [Std.string(null), Std.string(1.0), Std.string(1e21), Std.string(1e20), Std.string(-0.0), Std.string(1e-7), Std.string(123456789.123), Std.string(0.1), Std.string(1e300), Std.string(Math.NaN), Std.string(-1/0), Std.string(5e-5), Std.string(100000.0), Std.string(1/3*3)]);
		t("int", () -> [Std.int(1.9), Std.int(-1.9), Std.int(0.5), Std.int(-0.5)]);
		t("is", () -> [Std.isOfType(1, Int), Std.isOfType(1, Float), Std.isOfType(1.5, Int), Std.isOfType(1.0, Int), Std.isOfType("", String), Std.isOfType([], Array), Std.isOfType(null, String), Std.isOfType(true, Bool), Std.isOfType(1, Bool), Std.isOfType(StringMethods, Class), Std.isOfType({}, Dynamic), Std.isOfType(null, Dynamic), Std.isOfType(haxe.ds.Option.None, haxe.ds.Option), Std.isOfType(haxe.ds.Option, Enum)]);
		t("random", () -> { var ok = true; for (i in 0...100) { var r = Std.random(5); if (r < 0 || r > 4) ok = false; } ok + " " + Std.random(0) + Std.random(1); });
		t("downcast", () -> Std.downcast(new haxe.io.BytesInput(haxe.io.Bytes.alloc(1)), haxe.io.BytesInput) != null);
	}
}
