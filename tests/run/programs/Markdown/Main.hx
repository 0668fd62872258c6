// expect: <h1>Title <em>em</em></h1>
// expect: <p>A paragraph with <strong>bold</strong>, <code>code &lt;x&gt;</code>, <a href="http://a.b" title="t">link</a>
// expect: and a second line.<br />hard break <img src="i.png" alt="img" /></p>
// expect: <ul><li>item 1</li><li>item <strong>2</strong><ul><li>nested a</li><li>nested b</li></ul></li><li>item 3</li></ul>
// expect: <ol><li>one</li><li>two</li></ol>
// expect: <blockquote><p>quote line 1
// expect: quote <em>line</em> 2</p></blockquote>
// expect: <pre><code class="haxe">var x = 1 &lt; 2;</code></pre>
// expect: <hr />
// expect: <h1>Setext</h1>
// expect: <table><tr><th>a</th><th align="center">b</th></tr><tr><td>1</td><td align="center">2</td></tr></table>
// expect: <p>last &amp; final &lt;b&gt;html&lt;/b&gt; *escaped*</p>
// expect: Heading,Para,ListBlock,ListBlock,Quote,CodeBlock,Rule,Heading,Table,Para
// expect: 2 22
import md.Markdown;
class Main {
	static function main() {
		var src = "# Title *em*\n\nA paragraph with **bold**, `code <x>`, [link](http://a.b \"t\")\nand a second line.  \nhard break ![img](i.png)\n\n" +
			"* item 1\n* item **2**\n  * nested a\n  * nested b\n* item 3\n\n1. one\n2. two\n\n> quote line 1\n> quote _line_ 2\n\n```haxe\nvar x = 1 < 2;\n```\n\n---\n\n" +
			"Setext\n======\n\n| a | b |\n|---|:-:|\n| 1 | 2 |\n\nlast & final <b>html</b> \\*escaped\\*";
		Sys.println(Markdown.toHtml(src));
		var doc = new Document(src);
		Sys.println(doc.blocks.map(b -> Type.enumConstructor(b)).join(","));
		Sys.println(doc.count(b -> b.match(Heading(_))) + " " + doc.words());
	}
}
