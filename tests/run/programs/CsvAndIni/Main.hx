// expect: 3: name | age | note
// expect: 3: Smith, J | 42 | said "hi"
// expect: 3: Bob | 7 | two\nlines
// expect: 3: last |  | 
// expect: Smith, J 42 false
// expect: Bob 7 false
// expect: last  false
// expect: a,1,2.5
// expect: "b,c",null,true
// expect: 3
// expect: [global] root=1
// expect: [list] items=[1, two, off]
// expect: [window] extra=-3 full=on height=480.5 title=My App width=640
// expect: My App ? 640
// expect: 1 two false
// expect: line 2: cannot read "broken"
import haxe.ds.StringMap;
using StringTools;
using Lambda;

class Csv {
	static inline var QUOTE = '"'.code;
	public static function parse(text:String, sep = ",", quote = '"'):Array<Array<String>> {
		var rows = [], row = [], cell = new StringBuf(), quoted = false, i = 0;
		inline function endCell() { row.push(cell.toString()); cell = new StringBuf(); }
		inline function endRow() { endCell(); rows.push(row); row = []; }
		var s = sep.charCodeAt(0), len = text.length;
		while (i < len) {
			var c = text.fastCodeAt(i++);
			if (quoted) {
				if (c == QUOTE) {
					if (i < len && text.fastCodeAt(i) == QUOTE) { cell.addChar(c); i++; }
					else quoted = false;
				} else cell.addChar(c);
			} else switch c {
				case QUOTE: quoted = true;
				case _ == s => true: endCell();
				case '\r'.code: if (i < len && text.fastCodeAt(i) == '\n'.code) i++; endRow();
				case '\n'.code: endRow();
				case _: cell.addChar(c);
			}
		}
		if (cell.length > 0 || row.length > 0) endRow();
		return rows;
	}
	static inline var sepcode = ",";
	public static function write(rows:Iterable<Iterable<Dynamic>>):String
		return [for (r in rows) [for (c in r) cellText(c)].join(",")].join("\n");
	static function cellText(v:Dynamic):String {
		var s = Std.string(v);
		return ~/[",\n]/.match(s) ? '"' + s.replace('"', '""') + '"' : s;
	}
	public static function objects(rows:Array<Array<String>>):Array<haxe.DynamicAccess<String>> {
		var head = rows[0];
		return [for (r in rows.slice(1)) { var o = new haxe.DynamicAccess(); for (i => h in head) o[h] = r[i]; o; }];
	}
}
enum IniValue { IString(s:String); IInt(i:Int); IFloat(f:Float); IBool(b:Bool); IList(l:Array<IniValue>); }
@:forward(keys, exists, keyValueIterator)
abstract Section(StringMap<IniValue>) {
	public inline function new() this = new StringMap();
	@:arrayAccess inline function get(k:String) return this.get(k);
	@:arrayAccess inline function set(k:String, v:IniValue) { this.set(k, v); return v; }
	@:op(a.b) function field(k:String):String return switch this.get(k) { case null: "?"; case v: Ini.text(v); }
}
class Ini {
	static final section = ~/^\s*\[([^\]]+)\]\s*$/;
	static final pair = ~/^\s*([A-Za-z0-9_.-]+)\s*=\s*(.*?)\s*$/;
	static final comment = ~/^\s*([;#].*)?$/;
	public static function parse(src:String):Map<String, Section> {
		var out = new Map<String, Section>(), cur = out["global"] = new Section();
		for (n => line in src.split("\n")) {
			if (comment.match(line)) continue;
			if (section.match(line)) {
				var name = section.matched(1).trim();
				cur = out.exists(name) ? out[name] : (out[name] = new Section());
			} else if (pair.match(line)) cur[pair.matched(1)] = value(pair.matched(2));
			else throw 'line ${n + 1}: cannot read "$line"';
		}
		return out;
	}
	static function value(s:String):IniValue return switch s.toLowerCase() {
		case "true" | "yes" | "on": IBool(true);
		case "false" | "no" | "off": IBool(false);
		case _ if (~/^-?\d+$/.match(s)): IInt(Std.parseInt(s));
		case _ if (~/^-?\d*\.\d+$/.match(s)): IFloat(Std.parseFloat(s));
		case _ if (s.startsWith("[") && s.endsWith("]")): IList([for (p in s.substr(1, s.length - 2).split(",")) value(p.trim())]);
		case _ if (s.length >= 2 && s.charAt(0) == '"'): IString(s.substring(1, s.length - 1));
		case _: IString(s);
	}
	public static function text(v:IniValue):String return switch v {
		case IString(s): s;
		case IInt(i): Std.string(i);
		case IFloat(f): Std.string(f);
		case IBool(b): b ? "on" : "off";
		case IList(l): "[" + l.map(text).join(", ") + "]";
	}
}
class Main {
	static function main() {
		var rows = Csv.parse('name,age,note\r\n"Smith, J",42,"said ""hi"""\nBob,7,"two\nlines"\nlast,,');
		for (r in rows) Sys.println(r.length + ": " + r.map(c -> c.replace("\n", "\\n")).join(" | "));
		for (o in Csv.objects(rows)) Sys.println(o["name"] + " " + o.get("age") + " " + o.exists("zzz"));
		var data:Array<Array<Dynamic>> = [["a", 1, 2.5], ["b,c", null, true]];
		Sys.println(Csv.write(data));
		Sys.println(Csv.parse("a;b;c", ";")[0].length);
		var ini = Ini.parse('; comment\nroot = 1\n[window]\nwidth = 640\nheight=480.5\ntitle = "My App"\nfull = yes\n\n[ list ]\nitems = [1, two, off]\n# x\n[window]\nextra = -3');
		var names = [for (k in ini.keys()) k];
		names.sort(Reflect.compare);
		for (n in names) {
			var ks = [for (k => v in ini[n]) '$k=${Ini.text(v)}'];
			ks.sort(Reflect.compare);
			Sys.println('[$n] ' + ks.join(" "));
		}
		Sys.println(ini["window"].title + " " + ini["window"].nope + " " + ini["window"].width);
		switch ini["list"]["items"] {
			case IList([IInt(a), IString(b), IBool(c)]): Sys.println('$a $b $c');
			case _: Sys.println("no");
		}
		try Ini.parse("ok=1\nbroken") catch (e:String) Sys.println(e);
	}
}
