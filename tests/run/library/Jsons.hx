// expect: Jsons.hx:34: 2
// expect: Jsons.hx:35: 1.5 true null
// expect: Jsons.hx:36: x
// expect: é"q
// expect: Jsons.hx:37: -2000
// expect: Jsons.hx:38: [a,b,c,e]
// expect: Jsons.hx:39: {"a":1}
// expect: Jsons.hx:40: [1,2.5,-0.25]
// expect: Jsons.hx:41: "quote\" \\ tab\t nl\n é"
// expect: Jsons.hx:42: [null,true,false]
// expect: Jsons.hx:43: {
// expect:   "x": [
// expect:     {
// expect:       "y": 1
// expect:     }
// expect:   ]
// expect: }
// expect: Jsons.hx:44: {"f":"replaced"}
// expect: Jsons.hx:45: {"k":1}
// expect: Jsons.hx:46: 1e+21null
// expect: Jsons.hx:47: Invalid char 125 at position 6
// expect: Jsons.hx:48: bad
// expect: Jsons.hx:49: [1]
// expect: Jsons.hx:50: [10]
// expect: Jsons.hx:52: 3t3
// expect: Jsons.hx:55: 6
import haxe.Json;
import haxe.format.JsonParser;
import haxe.format.JsonPrinter;

class Jsons {
	static function main() {
		var o:Dynamic = Json.parse('{"a": 1, "b": [1.5, true, null, "x\\n\\u00e9\\"q"], "c": {"d": -2e3}, "e": ""}');
		trace(o.a + 1);
		trace(o.b[0] + " " + o.b[1] + " " + o.b[2]);
		trace(o.b[3]);
		trace(o.c.d);
		var names = Reflect.fields(o); names.sort(Reflect.compare); trace(names);
		trace(Json.stringify({a: 1}));
		trace(Json.stringify([1, 2.5, -0.25]));
		trace(Json.stringify("quote\" \\ tab\t nl\n é"));
		trace(Json.stringify([null, true, false]));
		trace(Json.stringify({x: [{y: 1}]}, null, "  "));
		trace(Json.stringify({f: 1.5}, (k, v) -> k == "f" ? "replaced" : v));
		trace(Json.stringify(["k" => 1]));
		trace(Json.stringify(1e21) + Json.stringify(Math.NaN));
		try Json.parse('{"a": }') catch (e) trace("" + e.message);
		try Json.parse('[1, 2') catch (e:Dynamic) trace("bad");
		trace(JsonPrinter.print([1]));
		trace(JsonParser.parse("[10]"));
		var typed:{n:Int, s:String, l:Array<Int>} = Json.parse('{"n": 3, "s": "t", "l": [1, 2, 3]}');
		trace(typed.n + typed.s + typed.l.length);
		var sum = 0;
		for (x in typed.l) sum += x;
		trace(sum);
	}
}
