// expect: {
// expect:   base: {
// expect:     k: "v",
// expect:     n: 1
// expect:   },
// expect:   debug: true,
// expect:   derived: {
// expect:     k: "v",
// expect:     n: 2
// expect:   },
// expect:   empty: null,
// expect:   folded: "a b",
// expect:   inline: {
// expect:     a: 1,
// expect:     b: ["x", "y"],
// expect:     c: "q, r"
// expect:   },
// expect:   name: "My App",
// expect:   nested: {
// expect:     deep: {
// expect:       list: ["one", "two # not comment", 3],
// expect:       value: null
// expect:     }
// expect:   },
// expect:   people: [{
// expect:       age: 30,
// expect:       name: "Ann"
// expect:     }, {
// expect:       name: "Bob",
// expect:       tags: ["a", "b"]
// expect:     }, [1, 2]],
// expect:   ports: [80, 31, -3],
// expect:   text: "line one\nline two",
// expect:   version: 1.25
// expect: }
// expect: error line 1: unterminated [
// expect: error line 2: unexpected indent
// expect: error line 1: unknown anchor nope
// expect: error line 2: key expected, got "foo bar"
// expect: 3 v [1,{"k":"v"},[]]
// small YAML subset and TOML subset and JSON printer, recursive descent over lines
import haxe.ds.Either;
using StringTools;

typedef Line = { final indent:Int; final text:String; final no:Int; }
class YamlError { public var message(default, null):String; public var line(default, null):Int;
	public function new(m, l) { message = m; line = l; } public function toString() return 'line $line: $message'; }
class Yaml {
	final lines:Array<Line>;
	var pos = 0;
	final anchors:Map<String, Dynamic> = [];
	function new(src:String) {
		var no = 0;
		lines = [for (l in src.split("\n")) {
			no++;
			var t = stripComment(l);
			if (t.trim() == "") continue;
			{ indent: t.length - t.ltrim().length, text: t.trim(), no: no };
		}];
	}
	static function stripComment(s:String):String {
		var q = 0;
		for (i in 0...s.length) switch [s.charCodeAt(i), q] {
			case ['"'.code, 0]: q = 1;
			case ['"'.code, 1] | ["'".code, 2]: q = 0;
			case ["'".code, 0]: q = 2;
			case ['#'.code, 0] if (i == 0 || s.charAt(i - 1) == " "): return s.substr(0, i);
			default:
		}
		return s;
	}
	public static function parse(src:String):Dynamic {
		var y = new Yaml(src);
		if (y.lines.length == 0) return null;
		var v = y.block(y.lines[0].indent);
		if (y.pos < y.lines.length) throw new YamlError("unexpected indent", y.lines[y.pos].no);
		return v;
	}
	function block(indent:Int):Dynamic {
		var l = lines[pos];
		return if (l.text.startsWith("- ") || l.text == "-") list(indent) else if (keyOf(l.text) != null) map(indent) else { pos++; scalar(l.text, l.no); }
	}
	function list(indent:Int):Array<Dynamic> {
		var out:Array<Dynamic> = [];
		while (pos < lines.length && lines[pos].indent == indent && lines[pos].text.startsWith("-")) {
			var l = lines[pos], rest = l.text.substr(1), inner = rest.ltrim();
			if (inner == "") { pos++; out.push(nested(indent)); }
			else if (keyOf(inner) != null && !inner.startsWith("{")) {
				var ni = indent + 1 + rest.length - inner.length;
				lines[pos] = { indent: ni, text: inner, no: l.no };
				out.push(map(ni));
			} else { pos++; out.push(scalar(inner, l.no)); }
		}
		return out;
	}
	function nested(indent:Int):Dynamic return pos < lines.length && lines[pos].indent > indent ? block(lines[pos].indent) : null;
	static final keyRe = ~/^("[^"]*"|[^\s:"'\[\]{}][^:]*?)\s*:(\s+(.*))?$/;
	static function keyOf(s:String):Null<{k:String, v:String}>
		return keyRe.match(s) ? { k: keyRe.matched(1).replace('"', ""), v: keyRe.matched(3) } : null;
	function map(indent:Int):Dynamic {
		var o:Dynamic = {};
		while (pos < lines.length && lines[pos].indent == indent) {
			var l = lines[pos];
			var kv = keyOf(l.text);
			if (kv == null) throw new YamlError('key expected, got "${l.text}"', l.no);
			pos++;
			var v:Dynamic = switch kv.v {
				case null | "": nested(indent);
				case "|" | ">": text(indent, kv.v == "|" ? "\n" : " ");
				case _.charAt(0) => "&":
					var name = kv.v.substr(1), v = nested(indent);
					anchors[name] = v;
					v;
				case s: scalar(s, l.no);
			}
			if (kv.k == "<<") for (f in Reflect.fields(v)) Reflect.setField(o, f, Reflect.field(v, f));
			else Reflect.setField(o, kv.k, v);
		}
		return o;
	}
	function text(indent:Int, sep:String) {
		var parts = [];
		while (pos < lines.length && lines[pos].indent > indent) parts.push(lines[pos++].text);
		return parts.join(sep);
	}
	function scalar(s:String, no:Int):Dynamic {
		var p = 0;
		function fail(m:String):Dynamic throw new YamlError(m, no);
		function flow():Dynamic {
			while (s.charAt(p) == " ") p++;
			switch s.charAt(p) {
				case "[":
					p++;
					var a:Array<Dynamic> = [];
					while (true) {
						while (s.charAt(p) == " " || s.charAt(p) == ",") p++;
						if (p >= s.length) return fail("unterminated [");
						if (s.charAt(p) == "]") { p++; return a; }
						a.push(flow());
					}
				case "{":
					p++;
					var o = {};
					while (true) {
						while (s.charAt(p) == " " || s.charAt(p) == ",") p++;
						if (p >= s.length) return fail("unterminated {");
						if (s.charAt(p) == "}") { p++; return o; }
						var c = s.indexOf(":", p);
						if (c < 0) return fail("missing :");
						var k = s.substring(p, c).trim();
						p = c + 1;
						Reflect.setField(o, k, flow());
					}
				case q = '"' | "'":
					var e = s.indexOf(q, p + 1);
					if (e < 0) fail("unterminated string");
					var r = s.substring(p + 1, e);
					p = e + 1;
					return r.replace("\\n", "\n");
				case "*":
					var n = s.substr(1);
					p = s.length;
					return anchors.exists(n) ? anchors[n] : fail('unknown anchor $n');
				case _:
					var e = p;
					var stop = p > 0 ? ",]}" : "";
					while (e < s.length && stop.indexOf(s.charAt(e)) < 0) e++;
					var w = s.substring(p, e).trim();
					p = e;
					return plain(w);
			}
		}
		return flow();
	}
	static function plain(w:String):Dynamic return switch w {
		case "null" | "~" | "": null;
		case "true" | "yes": true;
		case "false" | "no": false;
		case ~/^[-+]?\d+$/.match(_) => true: Std.parseInt(w);
		case ~/^[-+]?(\d+\.\d*|\.\d+)([eE][-+]?\d+)?$/.match(_) => true: Std.parseFloat(w);
		case _ if (w.startsWith("0x")): Std.parseInt(w);
		case _: w;
	}
}
class Show {
	public static function json(v:Dynamic, ?indent = ""):String {
		return switch Type.typeof(v) {
			case TNull: "null";
			case TInt | TFloat | TBool: Std.string(v);
			case TClass(String): '"' + (v : String).split("\n").join("\\n") + '"';
			case TClass(Array):
				var a:Array<Dynamic> = v;
				a.length == 0 ? "[]" : "[" + [for (x in a) json(x, indent + "  ")].join(", ") + "]";
			case TObject:
				var fs = Reflect.fields(v);
				fs.sort(Reflect.compare);
				if (fs.length == 0) "{}" else "{\n" + [for (f in fs) '$indent  $f: ' + json(Reflect.field(v, f), indent + "  ")].join(",\n") + '\n$indent}';
			case t: throw 'cannot show $t';
		}
	}
}
class Main {
	static function main() {
		var doc = '
# config
name: My App   # trailing
version: 1.25
debug: yes
ports: [80, 0x1F, -3]
nested:
  deep:
    value: ~
    list:
      - one
      - "two # not comment"
      - 3
inline: {a: 1, b: [x, y], c: "q, r"}
base: &base
  k: v
  n: 1
derived:
  <<: *base
  n: 2
people:
  - name: Ann
    age: 30
  - name: Bob
    tags: [a, b]
  -
    - 1
    - 2
text: |
  line one
  line two
folded: >
  a
  b
empty:
';
		Sys.println(Show.json(Yaml.parse(doc)));
		for (bad in ["a: [1, 2", "a: 1\n   b: 2", "x: *nope", "a: 1\nfoo bar"])
			try { Sys.println(Show.json(Yaml.parse(bad))); } catch (e:YamlError) Sys.println("error " + e);
		var d:Dynamic = Yaml.parse("- 1\n- {k: v}\n- [ ]");
		Sys.println(d.length + " " + d[1].k + " " + haxe.Json.stringify(d));
	}
}
