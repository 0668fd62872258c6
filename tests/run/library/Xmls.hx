// expect: Xmls.hx:24: <?xml version="1.0"?><root b="&lt;x&gt;" a="1"><!-- note --><item id="1">text &amp; more</item><item id="2"><![CDATA[raw <b>]]></item><empty/></root>
// expect: Xmls.hx:26: root 1 <x> false
// expect: Xmls.hx:27: 1: text & more
// expect: Xmls.hx:27: 2: raw <b>
// expect: Xmls.hx:28: 2
// expect: Xmls.hx:29: item
// expect: Xmls.hx:29: item
// expect: Xmls.hx:29: empty
// expect: Xmls.hx:35: <m k="v&quot;q">a&lt;b<!-- c --></m>
// expect: Xmls.hx:36: true
// expect: Xmls.hx:38: true
// expect: Xmls.hx:39: <a>
// expect: 	<b>
// expect: 		1
// expect: 	</b>
// expect: 	<c/>
// expect: </a>
// expect:
// expect: Xmls.hx:41: john 123 2 false true
// expect: Xmls.hx:42: Expected </b> 1
class Xmls {
	static function main() {
		var x = Xml.parse('<?xml version="1.0"?><root b="&lt;x&gt;" a="1"><!-- note --><item id="1">text &amp; more</item><item id="2"><![CDATA[raw <b>]]></item><empty/></root>');
		trace(x.toString());
		var root = x.firstElement();
		trace(root.nodeName + " " + root.get("a") + " " + root.get("b") + " " + root.exists("c"));
		for (item in root.elementsNamed("item")) trace(item.get("id") + ": " + item.firstChild().nodeValue);
		trace([for (a in root.attributes()) a].length);
		for (e in root.elements()) trace(e.nodeName);
		var made = Xml.createElement("m");
		made.set("k", "v\"q");
		made.addChild(Xml.createPCData("a<b"));
		made.addChild(Xml.createComment(" c "));
		root.addChild(made);
		trace(made.toString());
		trace(made.parent == root);
		root.removeChild(made);
		trace(root.nodeType == Xml.Element);
		trace(haxe.xml.Printer.print(Xml.parse("<a><b>1</b><c/></a>"), true));
		var access = new haxe.xml.Access(Xml.parse('<user name="john"><phone><number>123</number></phone><phone/></user>').firstElement());
		trace(access.att.name + " " + access.node.phone.node.number.innerData + " " + access.nodes.phone.length + " " + access.has.age + " " + access.hasNode.phone);
		try Xml.parse("<a><b></a>") catch (e:haxe.xml.Parser.XmlParserException) trace(e.message + " " + e.lineNumber);
	}
}
