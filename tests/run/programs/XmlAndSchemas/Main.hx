// expect: Node
// expect: main <p>para 1</p> true 3
// expect: root1false x:text <,y:sub text &lt;
// expect: Comment Element Element CData 
// expect: <root b="2 &amp; 3"><new>p&lt;d</new><!-- c --><item id="y"><sub/></item><![CDATA[ raw < ]]></root>
// expect: Expected </b> 1
// expect: no node: root is missing element nope
// expect: valid
// expect: $.name: bad format; $.age: more than 150; $.tags: at least 1 items; $.kind: one of a|b expected; $.zzz: unknown
// expect: $.name: string expected; $.age: number expected; $.tags[0]: no alternative fits
// expect: $: object expected
// expect: Person(age=30,boss=Person(age=50,boss=nil,kind=Kind.Multi[Kind.Boss[2],Kind.Plain[]],name="Bo",secret=7,tags=[]),kind=Kind.Plain[],name="Al",secret=7,tags=["x","y\"z"])
// expect: {f:fun,l:[nil,1.5,"s"],m:#{a:2,b:1}}
// expect: hi Al false Multi(Boss(2),Plain)
// expect: [a-][b*2] HEY 5
// expect: 11
// expect: Invalid char 125 at position 6
import haxe.xml.Access;
using Lambda;
using StringTools;

// own XML/SVG/HTML builders, xml library use, json schema-like validation, serializer with reflection, template via haxe.Template
class Node {
	public final name:String; public final attrs:Map<String, String> = []; public final kids:Array<Child> = [];
	final order:Array<String> = [];
	public function new(n) name = n;
	public function attr(k:String, v:Dynamic):Node { if (!attrs.exists(k)) order.push(k); attrs[k] = Std.string(v); return this; }
	public function add(c:Child):Node { kids.push(c); return this; }
	public function find(p:Node->Bool):Array<Node> { var r = p(this) ? [this] : []; for (k in kids) switch k { case Elem(n): r = r.concat(n.find(p)); default: } return r; }
	public function render(?depth = 0):String {
		var pad = "".rpad(" ", depth * 2), a = [for (k in order) ' $k="${attrs[k].htmlEscape(true)}"'].join("");
		if (kids.empty()) return '$pad<$name$a/>';
		if (kids.length == 1) switch kids[0] { case Txt(t): return '$pad<$name$a>${t.htmlEscape()}</$name>'; case _: }
		return '$pad<$name$a>\n' + [for (k in kids) switch k { case Elem(n): n.render(depth + 1); case Txt(t): '$pad  ${t.htmlEscape()}'; case Raw(s): s; }].join("\n") + '\n$pad</$name>';
	}
}
enum Child { Elem(n:Node); Txt(s:String); Raw(s:String); }
abstract Html(Node) from Node to Node {
	public inline function new(n:String) this = new Node(n);
	@:from static function tag(s:String):Html return new Html(s);
	@:op(a + b) static function withChild(a:Html, b:Html):Html { (a : Node).add(Elem(b)); return a; }
	@:op(a << b) static function withText(a:Html, b:String):Html { (a : Node).add(Txt(b)); return a; }
	@:op(a.b) function set(k:String, v:String):String { this.attr(k, v); return v; }
	@:op(a.b) function get(k:String):String return this.attrs[k];
	@:arrayAccess function idx(i:Int):Null<Html> return i >= this.kids.length ? null : switch this.kids[i] { case Elem(n): n; case _: null; }
	@:to public function toString():String return this.render();
}
enum Schema { SStr(?re:EReg); SNum(?min:Float, ?max:Float); SBool; SList(of:Schema, ?min:Int); SObj(fields:Array<{ name:String, s:Schema, ?opt:Bool }>); SEnum(vals:Array<String>); SAny; SOr(l:Array<Schema>); }
class Validator {
	public static function check(v:Dynamic, s:Schema, path = "$"):Array<String> return switch s {
		case SAny: [];
		case SStr(re): !Std.isOfType(v, String) ? ['$path: string expected'] : re != null && !re.match(v) ? ['$path: bad format'] : [];
		case SNum(min, max):
			if (!Std.isOfType(v, Float)) ['$path: number expected'];
			else if (min != null && (v : Float) < min) ['$path: less than $min'];
			else if (max != null && v > max) ['$path: more than $max'];
			else [];
		case SBool: Std.isOfType(v, Bool) ? [] : ['$path: bool expected'];
		case SEnum(l): l.has(v) ? [] : ['$path: one of ${l.join("|")} expected'];
		case SList(of, min):
			if (!Std.isOfType(v, Array)) ['$path: list expected'];
			else {
				var a:Array<Dynamic> = v;
				if (min != null && a.length < min) ['$path: at least $min items'];
				else [for (i in 0...a.length) for (e in check(a[i], of, '$path[$i]')) e];
			}
		case SObj(fs):
			if (!Reflect.isObject(v) || Std.isOfType(v, String)) ['$path: object expected'];
			else {
				var errs = [], known = fs.map(f -> f.name);
				for (f in fs) if (Reflect.hasField(v, f.name)) errs = errs.concat(check(Reflect.field(v, f.name), f.s, '$path.${f.name}')) else if (f.opt != true) errs.push('$path.${f.name}: missing');
				for (f in Reflect.fields(v)) if (!known.has(f)) errs.push('$path.$f: unknown');
				errs;
			}
		case SOr(l): l.exists(x -> check(v, x, path).length == 0) ? [] : ['$path: no alternative fits'];
	}
}
@:keep class Person { public var name:String; public var age:Int; public var tags:Array<String>; public var boss:Null<Person>; var secret = 7; public var kind:Kind = Plain;
	public function new(n, a) { name = n; age = a; tags = []; } public function hello() return 'hi $name'; }
enum Kind { Plain; Boss(level:Int); Multi(a:Kind, b:Kind); }
class Ser {
	public static function dump(v:Dynamic):String return switch Type.typeof(v) {
		case TNull: "nil";
		case TInt, TFloat, TBool: Std.string(v);
		case TFunction: "fun";
		case TObject: "{" + [for (f in sorted(Reflect.fields(v))) f + ":" + dump(Reflect.field(v, f))].join(",") + "}";
		case TClass(c) if (c == String): haxe.Json.stringify(v);
		case TClass(Array): var a:Array<Dynamic> = v; "[" + a.map(dump).join(",") + "]";
		case TClass(haxe.ds.StringMap): var m:Map<String, Dynamic> = v; "#{" + [for (k in sorted([for (k in m.keys()) k])) k + ":" + dump(m[k])].join(",") + "}";
		case TClass(c): Type.getClassName(c) + "(" + [for (f in sorted(Type.getInstanceFields(c))) if (!Reflect.isFunction(Reflect.field(v, f))) f + "=" + dump(Reflect.field(v, f))].join(",") + ")";
		case TEnum(e): Type.getEnumName(e) + "." + Type.enumConstructor(v) + [for (p in Type.enumParameters(v)) dump(p)].toString();
		case TUnknown: "?";
	}
	static function sorted(a:Array<String>) { a.sort((x, y) -> x < y ? -1 : x > y ? 1 : 0); return a; }
}
class Main {
	static function main() {
		var page:Html = "html", head:Html = "head", body = new Html("body");
		body.id = "main";
		body.title = 'a "quoted" <t>';
		head = head + ("title" : Html) << "T & C";
		page = page + head + body;
		for (i in 0...3) body = body + (("p" : Html) << 'para $i');
		Sys.println(page);
		Sys.println('${body.id} ${body[1].toString()} ${page[5] == null} ${(page : Node).find(n -> n.name == "p").length}');
		var x = Xml.parse('<?xml version="1.0"?><root a="1"><!-- c --><item id="x">text &lt;</item><item id="y"><sub/></item><![CDATA[ raw < ]]></root>');
		var a = new Access(x.firstElement());
		Sys.println(a.name + a.att.a + a.has.b + " " + [for (i in a.nodes.item) i.att.id + ":" + (i.hasNode.sub ? "sub" : i.innerData)].join(",") + " " + a.node.item.innerHTML);
		for (n in x.firstElement()) Sys.print(n.nodeType + " ");
		Sys.println("");
		var root = x.firstElement();
		root.remove("a"); root.set("b", "2 & 3");
		root.removeChild(root.elementsNamed("item").next());
		var el = Xml.createElement("new");
		el.addChild(Xml.createPCData("p<d"));
		root.insertChild(el, 0);
		Sys.println(root.toString());
		try Xml.parse("<a><b></a>") catch (e:haxe.xml.Parser.XmlParserException) Sys.println(e.message + " " + e.lineNumber);
		try Sys.println(a.node.nope.name) catch (e:Dynamic) Sys.println("no node: " + e);
		var schema = SObj([{ name: "name", s: SStr(~/^[a-z]+$/) }, { name: "age", s: SNum(0, 150), opt: true }, { name: "tags", s: SList(SOr([SStr(), SNum()]), 1) }, { name: "kind", s: SEnum(["a", "b"]) }]);
		for (j in ['{"name":"bob","tags":["x",1],"kind":"a"}', '{"name":"Bob","age":200,"tags":[],"kind":"c","zzz":1}', '{"tags":[true],"name":3,"kind":"b","age":"x"}', '"str"'])
			Sys.println(switch Validator.check(haxe.Json.parse(j), schema) { case []: "valid"; case errs: errs.join("; "); });
		var p = new Person("Al", 30), q = new Person("Bo", 50);
		p.boss = q;
		p.tags = ["x", "y\"z"];
		q.kind = Multi(Boss(2), Plain);
		Sys.println(Ser.dump(p));
		Sys.println(Ser.dump({ m: ["b" => 1, "a" => 2], f: p.hello, l: ([null, 1.5, "s"] : Array<Dynamic>) }));
		var s = haxe.Serializer.run([p, q]);
		var back:Array<Person> = haxe.Unserializer.run(s);
		Sys.println(back[0].hello() + " " + (back[0].boss == back[1]) + " " + back[1].kind);
		var t = new haxe.Template("::foreach items::[::name::::if (n > 1)::*::n::::else::-::end::]::end:: $$up(::title::) ::a.b::");
		Sys.println(t.execute({ items: [{ name: "a", n: 1 }, { name: "b", n: 2 }], title: "hey", a: { b: 5 } }, { up: (resolve:String->Dynamic, s:String) -> s.toUpperCase() }));
		Sys.println(haxe.Json.stringify({ s: "q\"\n\t\\/é", n: null, f: 1.5, i: -3, b: [true, false], o: {} }, null, " ").split("\n").length);
		try haxe.Json.parse('{"a": }') catch (e:Dynamic) Sys.println(Std.string(e).substr(0, 30));
	}
}
