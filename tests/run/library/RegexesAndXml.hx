// expect: RegexesAndXml.hx:56: m true false
// expect: RegexesAndXml.hx:56: g [joe@,joe,null,hi , there,3,4]
// expect: RegexesAndXml.hx:56: g2 exc Invalid regex operation because no match was made
// expect: RegexesAndXml.hx:56: g3 exc Invalid regex operation because no match was made
// expect: RegexesAndXml.hx:56: g4 exc Invalid group
// expect: RegexesAndXml.hx:56: sub [1:2,4:1]
// expect: RegexesAndXml.hx:56: sub2 true falsefalse
// expect: RegexesAndXml.hx:56: rep b<x>n<x>n<x>bna$anaabc[b][]aabb
// expect: RegexesAndXml.hx:56: rep empty -a-b-c-|ab| |cd|abc!>a
// expect: >b
// expect: RegexesAndXml.hx:56: split [2a|b,c,3a|b|c,2 a|b ,1,3a||,3|a|]
// expect: RegexesAndXml.hx:56: map a<2>b<44>cxaaYNc
// expect: RegexesAndXml.hx:56: flags true truetruefalsecot
// expect: RegexesAndXml.hx:56: uni true truetruetruetrue
// expect: RegexesAndXml.hx:56: look true falsetruetruetruetruetruetrue
// expect: RegexesAndXml.hx:56: named 2024/05on 
// expect: RegexesAndXml.hx:56: x3 <n z="1&lt;"><first/>a&lt;b<!--c--><![CDATA[d]]><?pi?><!DOCTYPE dt></n>true<n z="1&lt;">a&lt;b<!--c--><![CDATA[d]]><?pi?><!DOCTYPE dt></n>
// expect: RegexesAndXml.hx:56: x4 <a/>Document<a/>
// expect: RegexesAndXml.hx:56: xbad <a> exc haxe.xml.XmlParserException: Unexpected end at line 1 char 3
// expect: RegexesAndXml.hx:56: xbad <a></b> exc haxe.xml.XmlParserException: Expected </a> at line 1 char 6
// expect: RegexesAndXml.hx:56: xbad <a exc haxe.xml.XmlParserException: Unexpected end at line 1 char 2
// expect: RegexesAndXml.hx:56: xbad <a b> exc haxe.xml.XmlParserException: Expected = at line 1 char 4
// expect: RegexesAndXml.hx:56: xbad <a b=c/> exc haxe.xml.XmlParserException: Expected " at line 1 char 5
// expect: RegexesAndXml.hx:56: xbad </a> exc haxe.xml.XmlParserException: Unexpected </a>, tag is not open at line 1 char 3
// expect: RegexesAndXml.hx:56: xbad <a>&zz;</a> Element:<a>&amp;zz;</a>
// expect: RegexesAndXml.hx:56: xbad <a b='1' b='2'/> exc haxe.xml.XmlParserException: Duplicate attribute [b] at line 1 char 10
// expect: RegexesAndXml.hx:56: xbad text PCData:text
// expect: RegexesAndXml.hx:56: xbad  PCData:
// expect: RegexesAndXml.hx:56: xbad <!-- x exc haxe.xml.XmlParserException: Unexpected end at line 1 char 6
// expect: RegexesAndXml.hx:56: xbad <a><![CDATA[x</a> exc haxe.xml.XmlParserException: Unexpected end at line 1 char 17
// expect: RegexesAndXml.hx:56: x5 exc Bad node type, unexpected Element
// expect: RegexesAndXml.hx:56: x6 exc Bad node type, expected Element but found PCData
// expect: RegexesAndXml.hx:56: x7 exc Bad node type, expected Element but found PCData
// expect: RegexesAndXml.hx:56: acc 1truefalset&xAB1truer[k,e]t&amp;xABk
// expect: RegexesAndXml.hx:56: acc2 exc r is missing attribute zz
// expect: RegexesAndXml.hx:56: acc3 exc r is missing element zz
// expect: RegexesAndXml.hx:56: acc4 exc e does not have data
// expect: RegexesAndXml.hx:56: print <a>
// expect: 	<b c="1">
// expect: 		t
// expect: 	</b>
// expect: 	<d/>
// expect: 	<!--x-->
// expect: </a>
// expect:
// expect: RegexesAndXml.hx:56: chk ok
// expect: RegexesAndXml.hx:56: chk2 exc In a: invalid attribute value for x
// expect: RegexesAndXml.hx:56: c be50e8478cf24ff3595bc7307fb91b509e107d9d372bb6826bd81d3542a419d6da39a3ee5e6b4b0d3255bfef95601890afd807092fd4e1c67a2d28fced849ee1bb76e7391b93eb12abd37534c7d9a2efb9465de931cd7055ffdb8879563ae98078d6d6d5ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bbd7a8fbb307d7809469ca9abcb0082e4f8d5651e46d3cdb762d02d0bf37c9e592730e109bd7a8a32b1cb9d9a09aa2325d2430587ddbc0c38bad911525
// expect: RegexesAndXml.hx:56: c2 1095738169 1541148634 VGhlIHF1aWNrIGJyb3duIGZveCBqdW1wcyBvdmVyIHRoZSBsYXp5IGRvZw==hi-_8fbffYQa
// expect: RegexesAndXml.hx:56: c3 f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd880070713463e7749b90c2dc24911e27512bc41e6a5115d33bb13a1b700e4510e689f8f42
// expect: RegexesAndXml.hx:56: c4 68656c6c6fhello
// expect: RegexesAndXml.hx:56: c5 exc BaseCode : invalid encoded char
// expect: RegexesAndXml.hx:56: path2 .|..|a|
import haxe.xml.*;
class RegexesAndXml {
	static function t(n:String, f:Void->Dynamic) { try trace(n + " " + f()) catch (e:haxe.Exception) trace(n + " exc " + e.message); }
	static function main() {
		t("m", () -> ~/a(b)?c/.match("xacx") + " " + ~/x/.match(""));
		t("g", () -> { var r = ~/(\w+)@(\w+)?/; r.match("hi joe@ there"); [r.matched(0), r.matched(1), r.matched(2), r.matchedLeft(), r.matchedRight(), r.matchedPos().pos + "," + r.matchedPos().len]; });
		t("g2", () -> { var r = ~/a/; r.matched(0); });
		t("g3", () -> { var r = ~/a/; r.match("b"); r.matched(0); });
		t("g4", () -> { var r = ~/(a)/; r.match("a"); r.matched(5); });
		t("sub", () -> { var r = ~/a+/; var o = []; var pos = 0; while (r.matchSub("baaxa", pos)) { var p = r.matchedPos(); o.push(p.pos + ":" + p.len); pos = p.pos + p.len; } o; });
		t("sub2", () -> ~/a/.matchSub("baab", 1, 1) + " " + ~/b/.matchSub("baab", 1, 2) + ~/^a/.matchSub("ba", 1));
		t("rep", () -> ~/a/g.replace("banana", "<x>") + ~/(a)(n)/.replace("banana", "$2$1$$") + ~/x/.replace("abc", "y") + ~/(b)?a/g.replace("baa", "[$1]") + ~/a/g.replace("aaa", "") + ~/(.)/g.replace("ab", "$1$1"));
		t("rep empty", () -> ~/x*/g.replace("abc", "-") + ~/\b/g.replace("ab cd", "|") + ~/$/g.replace("abc", "!") + ~/^/mg.replace("a\nb", ">"));
		t("split", () -> [~/,/.split("a,b,c"), ~/,/g.split("a,b,c"), ~/\s*,\s*/g.split(" a , b "), ~/x/g.split(""), ~/x/g.split("axx"), ~/,/g.split(",a,")].map(x -> x.length + x.join("|")));
		t("map", () -> ~/[0-9]+/g.map("a1b22c", r -> "<" + Std.parseInt(r.matched(0)) * 2 + ">") + ~/a/.map("aaa", r -> "x") + ~/(a)|b/g.map("abc", r -> r.matched(1) == null ? "N" : "Y"));
		t("flags", () -> ~/ABC/i.match("xabc") + " " + ~/^b$/m.match("a\nb\nc") + ~/a.b/s.match("a\nb") + ~/a.b/.match("a\nb") + new EReg("a+", "g").replace("caaat", "o"));
		t("uni", () -> ~/é+/.match("caféé") + " " + ~/^.$/u.match("€") + ~/\w/.match("é") + ~/[à-ü]/.match("é") + ~/É/i.match("é"));
		t("look", () -> ~/a(?=b)/.match("ab") + " " + ~/(?<!x)a/.match("xa") + ~/(?:ab)+/.match("abab") + ~/a{2,3}/.match("aaaa") + ~/a*?b/.match("aab") + ~/(a)\1/.match("aa") + ~/[^a-z]/.match("A") + ~/\d\D\s\S\W/.match("1a b-"));
		t("named", () -> { var r = ~/(\d{4})-(\d\d)/; r.match("on 2024-05"); r.matched(1) + "/" + r.matched(2) + r.matchedLeft(); });
		// Xml
		var x = Xml.parse("<?xml version=\"1.0\"?><!DOCTYPE d><r a='1' b=\"&lt;2&gt;\"><!-- c --><k>t&amp;x&#65;&#x42;</k><![CDATA[<raw>]]><e/></r>");
		t("x3", () -> { var e = Xml.createElement("n"); e.set("z", "1<"); e.addChild(Xml.createPCData("a<b")); e.addChild(Xml.createComment("c")); e.addChild(Xml.createCData("d")); e.insertChild(Xml.createElement("first"), 0); e.addChild(Xml.createProcessingInstruction("pi")); e.addChild(Xml.createDocType("dt")); e.remove("q"); e.toString() + e.removeChild(e.firstElement()) + e.toString(); });
		t("x4", () -> { var d = Xml.createDocument(); d.addChild(Xml.createElement("a")); d.toString() + d.nodeType + d.firstElement(); });
		for (bad in ["<a>", "<a></b>", "<a", "<a b>", "<a b=c/>", "</a>", "<a>&zz;</a>", "<a b='1' b='2'/>", "text", "", "<!-- x", "<a><![CDATA[x</a>"])
			t("xbad " + bad, () -> { var r = Xml.parse(bad); [for (n in r) n.nodeType + ":" + n.toString()].join(","); });
		t("x5", () -> Xml.createElement("a").nodeValue);
		t("x6", () -> Xml.createPCData("a").nodeName);
		t("x7", () -> Xml.createPCData("a").get("x"));
		t("acc", () -> { var a = new Access(x.firstElement()); a.att.a + a.has.b + a.has.q + a.node.k.innerData + a.nodes.k.length + a.hasNode.e + a.name + [for (e in a.elements) e.name] + a.node.k.innerHTML + a.node.k.x.nodeName; });
		t("acc2", () -> { var a = new Access(x.firstElement()); a.att.zz; });
		t("acc3", () -> { var a = new Access(x.firstElement()); a.node.zz; });
		t("acc4", () -> { var a = new Access(x.firstElement()); a.node.e.innerData; });
		t("print", () -> Printer.print(Xml.parse("<a><b c='1'>t</b><d/><!--x--></a>"), true));
		t("chk", () -> { Check.checkNode(Xml.parse("<a x='1'><b/></a>").firstElement(), RNode("a", [Att("x", FInt)], RMulti(RNode("b")))); "ok"; });
		t("chk2", () -> { Check.checkNode(Xml.parse("<a x='q'/>").firstElement(), RNode("a", [Att("x", FInt)])); "ok"; });
		// crypto
		var b = haxe.io.Bytes.ofString("The quick brown fox jumps over the lazy dog");
		t("c", () -> haxe.crypto.Md5.encode("héllo") + haxe.crypto.Md5.make(b).toHex() + haxe.crypto.Sha1.encode("") + haxe.crypto.Sha1.make(b).toHex() + haxe.crypto.Sha224.encode("a") + haxe.crypto.Sha256.encode("a") + haxe.crypto.Sha256.make(b).toHex() + haxe.crypto.Sha224.make(b).toHex());
		t("c2", () -> haxe.crypto.Crc32.make(b) + " " + haxe.crypto.Adler32.make(b) + " " + haxe.crypto.Base64.encode(b) + haxe.crypto.Base64.decode("aGk=").toString() + haxe.crypto.Base64.urlEncode(haxe.io.Bytes.ofHex("fbff")) + haxe.crypto.Base64.urlDecode("-_8").toHex() + haxe.crypto.Base64.encode(haxe.io.Bytes.ofString("a"), false) + haxe.crypto.Base64.decode("YQ", false));
		t("c3", () -> new haxe.crypto.Hmac(SHA256).make(haxe.io.Bytes.ofString("key"), b).toHex() + new haxe.crypto.Hmac(MD5).make(haxe.io.Bytes.ofString("key"), b).toHex() + new haxe.crypto.Hmac(SHA1).make(haxe.io.Bytes.alloc(100), b).toHex());
		t("c4", () -> haxe.crypto.BaseCode.encode("hello", "0123456789abcdef") + haxe.crypto.BaseCode.decode("68656c6c6f", "0123456789abcdef"));
		t("c5", () -> haxe.crypto.Base64.decode("a!b"));
		t("path2", () -> new haxe.io.Path(".").dir + "|" + new haxe.io.Path("..").dir + "|" + new haxe.io.Path("a/").dir + "|" + new haxe.io.Path("a/").file);
	}
}
