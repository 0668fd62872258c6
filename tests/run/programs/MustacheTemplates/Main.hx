// expect: Hello &lt;World&gt; &amp; &#39;co&#39;!
// expect: Raw <b> <b>
// expect: - a: 3 A
// expect: - b: 4 B
// expect:
// expect: none
// expect: 7 7
// expect: 1,2.5,s,true,
// expect: partial 1 and 
// expect: ERR Unclosed section "open" at 15
// expect: ERR Unopened section "close" at 0
// expect: ERR Unclosed section "a" at 6
// expect: ERR Unclosed tag at 10
// expect: called  true 0
// expect: XYXy2
import tpl.Mustache;
class Item { public var name:String; public var price(get, never):Float; var p:Float;
	public function new(n, p) { name = n; this.p = p; } function get_price() return p * 2; public function upper() return name.toUpperCase(); }
class Main {
	static function r(t:String, v:Dynamic, ?p:Map<String, String>)
		Sys.println(try Mustache.render(t, v, p == null ? null : k -> p[k]) catch (e:String) 'ERR $e');
	static function main() {
		r("Hello {{name}}!", { name: "<World> & 'co'" });
		r("Raw {{{name}}} {{&name}}", { name: "<b>" });
		r("{{#items}}- {{name}}: {{price}} {{upper}}\n{{/items}}{{^items}}none{{/items}}", { items: [new Item("a", 1.5), new Item("b", 2)] });
		r("{{#items}}x{{/items}}{{^items}}none{{/items}}", { items: [] });
		r("{{#a}}{{b.c}}{{/a}} {{a.b.c}}", { a: { b: { c: 7 } } });
		r("{{! comment }}{{#list}}{{.}},{{/list}}", { list: ([1, 2.5, "s", true]:Array<Dynamic>) });
		r("{{>p}} and {{> q }}", { x: 1 }, ["p" => "partial {{x}}"]);
		r("{{#open}} never", {});
		r("{{/close}}", {});
		r("{{#a}}{{/b}}", {});
		r("{{unclosed", { unclosed: 1 });
		r("{{f}} {{n}} {{t}} {{z}}", { f: function() return "called", n: null, t: true, z: 0 });
		r("{{#outer}}{{#inner}}{{x}}{{y}}{{/inner}}{{/outer}}", { x: "X", outer: { y: "Y", inner: ([{}, { y: "y2" }]:Array<Dynamic>) } });
	}
}
