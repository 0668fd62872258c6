package md;

using StringTools;
using md.Markdown.NodeTools;

enum Inline { Text(s:String); Em(c:Array<Inline>); Strong(c:Array<Inline>); Code(s:String); Link(c:Array<Inline>, url:String, ?title:String); Img(alt:String, url:String); Br; }
enum Block {
	Heading(level:Int, c:Array<Inline>);
	Para(c:Array<Inline>);
	ListBlock(ordered:Bool, items:Array<Array<Block>>);
	Quote(b:Array<Block>);
	CodeBlock(lang:Null<String>, text:String);
	Rule;
	Table(head:Array<Array<Inline>>, align:Array<Align>, rows:Array<Array<Array<Inline>>>);
}
enum abstract Align(String) { var None = ""; var Left = "left"; var Right = "right"; var Center = "center";
	public inline function attr():String return abstractText(); function abstractText() return this == "" ? "" : ' align="$this"'; }

class NodeTools {
	public static function html(b:Block):String return switch b {
		case Heading(n, c): '<h$n>${c.inlines()}</h$n>';
		case Para(c): '<p>${c.inlines()}</p>';
		case ListBlock(o, items):
			var tag = o ? "ol" : "ul";
			'<$tag>' + [for (i in items) "<li>" + (switch i {
				case [Para(c)]: c.inlines();
				case [Para(c), rest = ListBlock(_)]: c.inlines() + html(rest);
				case all: [for (x in all) html(x)].join("");
			}) + "</li>"].join("") + '</$tag>';
		case Quote(bs): "<blockquote>" + [for (x in bs) html(x)].join("") + "</blockquote>";
		case CodeBlock(null | "", t): '<pre><code>${t.htmlEscape()}</code></pre>';
		case CodeBlock(l, t): '<pre><code class="$l">${t.htmlEscape()}</code></pre>';
		case Rule: "<hr />";
		case Table(h, a, rows):
			inline function row(cells:Array<Array<Inline>>, tag:String)
				return "<tr>" + [for (i in 0...cells.length) '<$tag${a[i].attr()}>${cells[i].inlines()}</$tag>'].join("") + "</tr>";
			"<table>" + row(h, "th") + [for (r in rows) row(r, "td")].join("") + "</table>";
	}
	public static function inlines(c:Array<Inline>):String return [for (i in c) inl(i)].join("");
	static function inl(i:Inline):String return switch i {
		case Text(s): s.htmlEscape();
		case Em(c): '<em>${c.inlines()}</em>';
		case Strong(c): '<strong>${c.inlines()}</strong>';
		case Code(s): '<code>${s.htmlEscape()}</code>';
		case Link(c, u, t): '<a href="$u"' + (t != null ? ' title="$t"' : "") + '>${c.inlines()}</a>';
		case Img(a, u): '<img src="$u" alt="$a" />';
		case Br: "<br />";
	}
	public static function plain(c:Array<Inline>):String return [for (i in c) switch i {
		case Text(s) | Code(s) | Img(s, _): s;
		case Em(c) | Strong(c) | Link(c, _, _): plain(c);
		case Br: " ";
	}].join("");
}
class Document {
	public final blocks:Array<Block>;
	public function new(src:String) blocks = new BlockParser(src.replace("\r\n", "\n").split("\n")).parse();
	public function html() return blocks.map(NodeTools.html).join("\n");
	public function count(f:Block->Bool):Int {
		var n = 0;
		function walk(bs:Array<Block>) for (b in bs) { if (f(b)) n++; switch b { case Quote(x): walk(x); case ListBlock(_, items): for (i in items) walk(i); case _: } }
		walk(blocks);
		return n;
	}
	public function words():Int {
		var n = 0;
		for (b in blocks) switch b { case Heading(_, c) | Para(c): n += ~/\s+/g.split(c.plain().trim()).length; default: }
		return n;
	}
}
class BlockParser {
	var lines:Array<String>;
	var i = 0;
	static final HEAD = ~/^(#{1,6})\s+(.*?)\s*#*$/;
	static final FENCE = ~/^```(\w*)\s*$/;
	static final ITEM = ~/^(\s*)([*+-]|\d+\.)\s+(.*)$/;
	static final RULE = ~/^([-*_])(\s*\1){2,}\s*$/;
	static final DELIM = ~/^\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;
	public function new(l) lines = l;
	public function parse():Array<Block> {
		var out = [];
		while (i < lines.length) {
			var l = lines[i];
			if (l.trim() == "") { i++; continue; }
			out.push(block(l));
		}
		return out;
	}
	function block(l:String):Block {
		if (HEAD.match(l)) { i++; return Heading(HEAD.matched(1).length, InlineParser.run(HEAD.matched(2))); }
		if (FENCE.match(l)) {
			var lang = FENCE.matched(1), buf = [];
			i++;
			while (i < lines.length && !lines[i].startsWith("```")) buf.push(lines[i++]);
			i++;
			return CodeBlock(lang, buf.join("\n"));
		}
		if (RULE.match(l)) { i++; return Rule; }
		if (l.startsWith(">")) {
			var buf = [];
			while (i < lines.length && lines[i].startsWith(">")) buf.push(lines[i++].substr(1).ltrim());
			return Quote(new BlockParser(buf).parse());
		}
		if (ITEM.match(l)) return list(ITEM.matched(1).length);
		if (l.indexOf("|") >= 0 && i + 1 < lines.length && DELIM.match(lines[i + 1])) return table();
		var buf = [];
		while (i < lines.length && lines[i].trim() != "" && !HEAD.match(lines[i]) && !ITEM.match(lines[i]) && !FENCE.match(lines[i])) {
			if (buf.length > 0 && ~/^=+\s*$/.match(lines[i])) { i++; return Heading(1, InlineParser.run(buf.join("\n"))); }
			if (buf.length > 0 && ~/^-+\s*$/.match(lines[i])) { i++; return Heading(2, InlineParser.run(buf.join("\n"))); }
			buf.push(lines[i++]);
		}
		return Para(InlineParser.run(buf.join("\n")));
	}
	function list(indent:Int):Block {
		var ordered = ~/\d/.match(ITEM.matched(2)), items = [];
		while (i < lines.length && ITEM.match(lines[i]) && ITEM.matched(1).length == indent) {
			var buf = [ITEM.matched(3)];
			i++;
			while (i < lines.length && lines[i].trim() != "" && (!ITEM.match(lines[i]) || ITEM.matched(1).length > indent)) buf.push(lines[i++].substr(indent + 2));
			items.push(new BlockParser(buf).parse());
			if (i + 1 < lines.length && lines[i].trim() == "" && ITEM.match(lines[i + 1]) && ~/\d/.match(ITEM.matched(2)) == ordered) i++;
		}
		return ListBlock(ordered, items);
	}
	function cells(l:String) return [for (c in ~/^\||\|$/g.replace(l.trim(), "").split("|")) c.trim()];
	function table():Block {
		var head = cells(lines[i]).map(InlineParser.run), align:Array<Align> = [for (c in cells(lines[i + 1])) switch [c.startsWith(":"), c.endsWith(":")] {
			case [true, true]: Center;
			case [true, _]: Left;
			case [_, true]: Right;
			case [false, false]: None;
		}];
		i += 2;
		var rows = [];
		while (i < lines.length && lines[i].indexOf("|") >= 0) rows.push(cells(lines[i++]).map(InlineParser.run));
		return Table(head, align, rows);
	}
}
private typedef Rule_ = { re:EReg, make:EReg->Inline };
class InlineParser {
	static final rules:Array<Rule_> = [
		{ re: ~/^\\([\\`*_{}\[\]()#+.!-])/, make: r -> Text(r.matched(1)) },
		{ re: ~/^`([^`]+)`/, make: r -> Code(r.matched(1)) },
		{ re: ~/^(\*\*|__)([\s\S]+?)\1/, make: r -> Strong(run(r.matched(2))) },
		{ re: ~/^(\*|_)([\s\S]+?)\1/, make: r -> Em(run(r.matched(2))) },
		{ re: ~/^!\[([^\]]*)\]\(([^)]+)\)/, make: r -> Img(r.matched(1), r.matched(2)) },
		{ re: ~/^\[([^\]]+)\]\(([^)\s]+)(?:\s+"([^"]*)")?\)/, make: r -> { var t = r.matched(1), u = r.matched(2), title = r.matched(3); Link(run(t), u, title); } },
		{ re: ~/^  +\n/, make: _ -> Br },
	];
	public static function run(s:String):Array<Inline> {
		var out = [], text = new StringBuf(), i = 0;
		inline function flush() if (text.length > 0) { out.push(Text(text.toString())); text = new StringBuf(); }
		while (i < s.length) {
			var rest = s.substr(i), hit = false;
			for (r in rules) if (r.re.match(rest)) {
				flush();
				var len = r.re.matchedPos().len;
				out.push(r.make(r.re));
				i += len;
				hit = true;
				break;
			}
			if (!hit) text.addChar(s.fastCodeAt(i++));
		}
		flush();
		return out;
	}
}
class Markdown { public static function toHtml(s:String):String return new Document(s).html(); }
