// expect: Templates.hx:7: Hi Bob, adult. <1><2> Rome BOB
// expect: Templates.hx:8: yes7p,q,
// expect: Templates.hx:9: error
class Templates {
	static function main() {
		var t = new haxe.Template("Hi ::name::, ::if (age > 18)::adult::elseif (age > 12)::teen::else::child::end::. ::foreach list::<::x::>::end:: ::user.city:: $$up(::name::)");
		trace(t.execute({name: "Bob", age: 20, list: [{x: 1}, {x: 2}], user: {city: "Rome"}}, {up: (resolve, s:String) -> s.toUpperCase()}));
		trace(new haxe.Template("::if (a && !b)::yes::end::::(1 + (2 * 3))::::foreach l::::__current__::,::end::").execute({a: true, b: false, l: ["p", "q"]}));
		try new haxe.Template("::if x::") catch (e:Dynamic) trace("error");
	}
}
