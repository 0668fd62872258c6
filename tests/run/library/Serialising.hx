// expect: Serialising.hx:88: ser n
// expect: z
// expect: i1
// expect: i-5
// expect: d1.5
// expect: d1e+100
// expect: k
// expect: p
// expect: m
// expect: t
// expect: f
// expect: y14:a%20b%25%C3%A9
// expect: y0:
// expect: ai1i2h
// expect: au2i1h
// expect: ai1u2h
// expect: oy1:ai1y1:by1:xg
// expect: v1000
// expect: s7:aGVsbG8
// expect: wy1:Ey1:A:0
// expect: wy1:Ey1:B:2i1y1:q
// expect: Serialising.hx:88: ser4 oy4:selfr0g
// expect: Serialising.hx:88: ser5 exc Cannot serialize function
// expect: Serialising.hx:88: ser6 jy1:E:1:2i1y1:xjy1:E:0:0B(1,x)
// expect: Serialising.hx:88: ser7 Ay11:SerialisingBy1:EEnum<E>
// expect: Serialising.hx:88: ser8 i1y1:aR0xy3:err
// expect: Serialising.hx:88: rt [null,1,1.5,true,a b%é,[1,null,2],{a: 1},B(1,q),A]
// expect: Serialising.hx:88: rt2 1extra
// expect: Serialising.hx:88: rt3 1 1.5null{k => 3}
// expect: Serialising.hx:88: rt4 86400000hé
// expect: Serialising.hx:88: rt5 true
// expect: Serialising.hx:88: un 1 20true
// expect: Serialising.hx:88: un 1 20true
// expect: Serialising.hx:88: un 1 20true
// expect: Serialising.hx:88: un 1 20true
// expect: Serialising.hx:88: un 1 20true
// expect: Serialising.hx:88: un 1 20true
// expect: Serialising.hx:88: un 1 20true
// expect: Serialising.hx:88: un 1 20true
// expect: Serialising.hx:88: un 1 20true
// expect: Serialising.hx:88: un 1 20true
// expect: Serialising.hx:88: un 1 20true
// expect: Serialising.hx:88: un 1 20true
// expect: Serialising.hx:88: un 1 20true
// expect: Serialising.hx:88: un 1 20true
// expect: Serialising.hx:88: resolver 7
// expect: Serialising.hx:88: json null
// expect: 1
// expect: 1.5
// expect: true
// expect: "a\"b\\\n\t\ré/😀"
// expect: [1,[2]]
// expect: {"a":1,"b":{"c":null}}
// expect: null
// expect: null
// expect: 1e+21
// expect: -0
// expect: 1.5
// expect: {"a":1}
// expect: Serialising.hx:88: json repl {"a":2,"b":[3]}
// expect: Serialising.hx:88: parse [1,-1500,aé
// expect: /,[1,2,[]],{a: {b: null}},true,false,null,100,12345678901,😀,0,0]
// expect: Serialising.hx:88: badj [1,] exc Invalid char 93 at position 3
// expect: Serialising.hx:88: badj {a:1} exc Invalid char 97 at position 1
// expect: Serialising.hx:88: badj nul exc Invalid char 110 at position 0
// expect: Serialising.hx:88: badj 1 2 exc Invalid char 50 at position 2
// expect: Serialising.hx:88: badj "abc exc Unclosed string
// expect: Serialising.hx:88: badj 01 exc Invalid number at position 0: 01
// expect: Serialising.hx:88: badj 1. exc Invalid number at position 0: 1.
// expect: Serialising.hx:88: badj - exc Invalid number at position 0: -
// expect: Serialising.hx:88: badj {"a" 1} exc Invalid char 49 at position 5
// expect: Serialising.hx:88: badj "\x" exc Invalid escape sequence \x at position 2
// expect: Serialising.hx:88: badj 'a' exc Invalid char 39 at position 0
// expect: Serialising.hx:88: badj 1e exc Invalid number at position 0: 1e
// expect: Serialising.hx:88: badj {"a":1,} exc Invalid char 125 at position 7
// expect: Serialising.hx:88: badj tru exc Invalid char 116 at position 0
// expect: Serialising.hx:88: tpl exc Unexpected '*' in (a + 1) * 2
// expect: Serialising.hx:88: tpl2 exc Unexpected '&&' in a && b
// expect: Serialising.hx:88: tpl3 ::foo
// expect: Serialising.hx:88: tpl4 null null
// expect: Serialising.hx:88: tpl5 exc Unclosed 'if'
// expect: Serialising.hx:88: tpl6 5
import haxe.*;
@:keep class S { public var a = 1; public var b:String; public var c:Array<Int>; public var d:S; public function new() {} function hxSerialize(s:Serializer) { s.serialize(a); s.serialize("extra"); } function hxUnserialize(u:Unserializer) { a = u.unserialize(); b = u.unserialize(); } }
@:keep class T { public var a = 1; public var f = 1.5; public var n:Null<Int>; public var m:Map<String, Int>; public function new() {} }
enum E { A; B(x:Int, s:String); }
class Serialising {
	static function t(n:String, f:Void->Dynamic) { try trace(n + " " + f()) catch (e:haxe.Exception) trace(n + " exc " + e.message); }
	static function rt(v:Dynamic):Dynamic return Unserializer.run(Serializer.run(v));
	static function main() {
		t("ser", () -> [for (v in ([null, 0, 1, -5, 1.5, 1e100, Math.NaN, 1/0, -1/0, true, false, "a b%é", "", [1,2], [null,null,1], [1,null,null], {a: 1, b: "x"}, Date.fromTime(1000), haxe.io.Bytes.ofString("hello"), A, B(1,"q")] : Array<Dynamic>)) Serializer.run(v)].join("\n"));
		t("ser4", () -> { var o:Dynamic = {}; o.self = o; Serializer.USE_CACHE = true; var r = Serializer.run(o); Serializer.USE_CACHE = false; r; });
		t("ser5", () -> Serializer.run(Serialising.main));
		t("ser6", () -> { Serializer.USE_ENUM_INDEX = true; var r = Serializer.run(B(1, "x")) + Serializer.run(A); Serializer.USE_ENUM_INDEX = false; r + Std.string(Unserializer.run(r)); });
		t("ser7", () -> Serializer.run(Serialising) + Serializer.run(E) + Std.string(Unserializer.run(Serializer.run(E))));
		t("ser8", () -> { var s = new Serializer(); s.serialize(1); s.serialize("a"); s.serialize("a"); s.serializeException("err"); s.toString(); });
		t("rt", () -> [for (v in ([null, 1, 1.5, true, "a b%é", [1,null,2], {a: 1}, B(1,"q"), A] : Array<Dynamic>)) Std.string(rt(v))]);
		t("rt2", () -> { var s:S = rt(new S()); s.a + s.b; });
		t("rt3", () -> { var x = new T(); x.m = ["k" => 3]; var y:T = rt(x); y.a + " " + y.f + y.n + y.m; });
		t("rt4", () -> { var d:Date = rt(Date.fromTime(86400000)); d.getTime() + rt(haxe.io.Bytes.ofString("hé")).toString(); });
		t("rt5", () -> { var o:Dynamic = {}; o.self = o; Serializer.USE_CACHE = true; var r:Dynamic = rt(o); Serializer.USE_CACHE = false; r == r.self; });
		for (bad in ["", "q", "cy1:Zz", "wy4:NopeR0", "i", "y5:abc", "oy1:a", "ai1i2", "b", "x", "zz", "jy1:E:9:0", "wy1:Ey1:Q:0", "n"])
		t("un", () -> { var u = new Unserializer("i1i2zt"); u.unserialize() + " " + u.unserialize() + u.unserialize() + u.unserialize(); });
		t("resolver", () -> { var u = new Unserializer("cy3:Fooy1:ai7g"); u.setResolver({resolveClass: n -> T, resolveEnum: n -> null}); (u.unserialize() : T).a; });
		// Json
		t("json", () -> [for (v in ([null, 1, 1.5, true, "a\"b\\\n\t\r\u0001é/😀", [1,[2]], {a: 1, b: {c: null}}, Math.NaN, 1/0, 1e21, -0.0, new T().f, ["a" => 1]] : Array<Dynamic>)) Json.stringify(v)].join("\n"));
		t("json repl", () -> Json.stringify({a: 1, b: [2]}, (k, v) -> Std.isOfType(v, Int) ? v + 1 : v));
		t("parse", () -> [for (s in ["1", "-1.5e3", "\"a\\u00e9\\n\\/\"", "[1, 2 ,[]]", "{\"a\":{\"b\":null}}", " true ", "false", "null", "1e2", "12345678901", "\"\\ud83d\\ude00\"", "0", "-0"]) Std.string(Json.parse(s))]);
		for (bad in ["[1,]", "{a:1}", "nul", "1 2", "\"abc", "01", "1.", "-", "{\"a\" 1}", "\"\\x\"", "'a'", "1e", "{\"a\":1,}", "tru"])
			t("badj " + bad, () -> Json.parse(bad));
		// Template
		t("tpl", () -> new Template("Hello ::name::, ::if (n > 1)::many::elseif (n == 1)::one::else::none::end:: ::foreach items::[::__current__::]::end:: ::(a + 1) * 2:: ::o.x::").execute({name: "W", n: 2, items: [1,2], a: 3, o: {x: "y"}}));
		t("tpl2", () -> new Template("$$up(::x::) ::!b:: ::a && b:: ::a || b:: ::s == 'q':: ::-n:: ::n / 2:: ::n >= 4:: ::n <= 3:: ::n != 4:: ::foreach l::::v::,::end::").execute({x: "abc", a: true, b: false, s: "q", n: 4, l: [{v: 1}, {v: 2}]}, {up: (r:Dynamic, s:String) -> s.toUpperCase()}));
		t("tpl3", () -> new Template("::foo").execute({}));
		t("tpl4", () -> new Template("::foo:: ::a.b::").execute({a: null}));
		t("tpl5", () -> new Template("::if a::").execute({a: null}));
		t("tpl6", () -> { Template.globals = {g: 5}; new Template("::g::").execute({}); });
	}
}
