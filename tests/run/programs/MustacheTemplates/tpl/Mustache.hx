package tpl;

using StringTools;
using Lambda;

private typedef Tok = { type:String, value:String, start:Int, end:Int, ?tokens:Array<Tok>, ?tagIndex:Int }

class Scanner {
	public var tail(default, null):String;
	public var pos(default, null):Int = 0;
	var string:String;
	public function new(s:String) { string = tail = s; }
	public var eos(get, never):Bool;
	inline function get_eos() return tail == "";
	public function scan(re:EReg):String {
		if (!re.match(tail)) return "";
		var p = re.matchedPos();
		if (p.pos != 0) return "";
		var s = re.matched(0);
		tail = tail.substr(p.len);
		pos += p.len;
		return s;
	}
	public function scanUntil(re:EReg):String {
		var match:String;
		if (!re.match(tail)) { match = tail; tail = ""; }
		else switch (re.matchedPos()) {
			case { pos: 0 }: match = "";
			case { pos: p }: match = tail.substr(0, p); tail = tail.substr(p);
		}
		pos += match.length;
		return match;
	}
}

class Context {
	var view:Dynamic;
	var parent:Null<Context>;
	var cache:Map<String, Dynamic>;
	public function new(view:Dynamic, ?parent) {
		this.view = view;
		this.parent = parent;
		cache = ["." => view];
	}
	public function push(v:Dynamic):Context return new Context(v, this);
	public function lookup(name:String):Dynamic {
		if (cache.exists(name)) return cache[name];
		var ctx = this, value:Dynamic = null;
		while (ctx != null) {
			if (name.indexOf(".") > 0) {
				value = ctx.view;
				for (n in name.split(".")) { if (value == null) break; value = Reflect.getProperty(value, n); }
			} else if (ctx.view != null && Reflect.isObject(ctx.view) && !Std.isOfType(ctx.view, String))
				value = Reflect.getProperty(ctx.view, name);
			if (value != null) break;
			ctx = ctx.parent;
		}
		if (Reflect.isFunction(value)) value = Reflect.callMethod(ctx.view, value, []);
		cache.set(name, value);
		return value;
	}
}

class Mustache {
	static var entities = ['&'.code => "&amp;", '<'.code => "&lt;", '>'.code => "&gt;", '"'.code => "&quot;", "'".code => "&#39;"];
	static final TAG = ~/#|\^|\/|>|\{|&|=|!/;
	static final WHITE = ~/\s*/;
	static final CLOSE = ~/\s*\}\}/;
	static final OPEN = ~/\{\{\s*/;
	public static function escape(s:String):String {
		var b = new StringBuf();
		for (i in 0...s.length) {
			var c = s.fastCodeAt(i);
			switch (entities[c]) {
				case null: b.addChar(c);
				case e: b.add(e);
			}
		}
		return b.toString();
	}
	public static function parse(t:String):Array<Tok> {
		var sections:Array<Tok> = [], tokens:Array<Tok> = [];
		var sc = new Scanner(t);
		while (!sc.eos) {
			var start = sc.pos;
			var v = sc.scanUntil(OPEN);
			if (v != "") tokens.push({ type: "text", value: v, start: start, end: sc.pos });
			start = sc.pos;
			if (sc.scan(OPEN) == "") break;
			var type = sc.scan(TAG);
			if (type == "") type = "name";
			sc.scan(WHITE);
			if (type == "{") {
				v = sc.scanUntil(~/\s*\}\}\}/);
				sc.scan(~/\s*\}/);
				type = "&";
			} else v = sc.scanUntil(CLOSE);
			if (sc.scan(CLOSE) == "") throw "Unclosed tag at " + sc.pos;
			var tok:Tok = { type: type, value: v, start: start, end: sc.pos };
			tokens.push(tok);
			switch type {
				case "#" | "^": sections.push(tok);
				case "/":
					var o = sections.pop();
					if (o == null) throw 'Unopened section "$v" at $start';
					if (o.value != v) throw 'Unclosed section "${o.value}" at $start';
				case _:
			}
		}
		var open = sections.pop();
		if (open != null) throw 'Unclosed section "' + open.value + '" at ' + sc.pos;
		return nest(tokens);
	}
	static function nest(tokens:Array<Tok>):Array<Tok> {
		var root:Array<Tok> = [], collector = root, sections = [];
		for (t in tokens) switch (t.type) {
			case '#', '^':
				collector.push(t);
				sections.push(t);
				collector = t.tokens = [];
			case '/':
				var s = sections.pop();
				s.tagIndex = t.start;
				collector = sections.length > 0 ? sections[sections.length - 1].tokens : root;
			default: collector.push(t);
		}
		return root;
	}
	public static function render(template:String, view:Dynamic, ?partials:String->Null<String>):String
		return renderTokens(parse(template), new Context(view), partials, template);
	static function renderTokens(tokens:Array<Tok>, ctx:Context, partials:String->Null<String>, orig:String):String {
		var b = new StringBuf();
		for (t in tokens) switch (t.type) {
			case "#":
				var v:Dynamic = ctx.lookup(t.value);
				if (v == null || v == false) continue;
				if (Std.isOfType(v, Array)) for (x in (v:Array<Dynamic>)) b.add(renderTokens(t.tokens, ctx.push(x), partials, orig));
				else if (Reflect.isFunction(v)) b.add(Std.string((v : String->(String->String)->String)(orig.substring(t.end, t.tagIndex), function(s) return renderTokens(parse(s), ctx, partials, s))));
				else if (Std.isOfType(v, Float) || Std.isOfType(v, String) || Reflect.isObject(v)) b.add(renderTokens(t.tokens, ctx.push(v), partials, orig));
				else b.add(renderTokens(t.tokens, ctx, partials, orig));
			case "^":
				var v:Dynamic = ctx.lookup(t.value);
				if (v == null || v == false || (Std.isOfType(v, Array) && v.length == 0)) b.add(renderTokens(t.tokens, ctx, partials, orig));
			case ">":
				var p = partials == null ? null : partials(t.value);
				if (p != null) b.add(renderTokens(parse(p), ctx, partials, p));
			case "&":
				var v = ctx.lookup(t.value);
				if (v != null) b.add(v);
			case "name":
				var v = ctx.lookup(t.value);
				if (v != null) b.add(escape(Std.string(v)));
			case "text": b.add(t.value);
			case "!":
			case unknown: throw 'unknown $unknown';
		}
		return b.toString();
	}
}
