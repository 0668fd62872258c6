package app;
import app.model.Model.Entity;
class Service { final m = new Model<Entity>(); final cache:Dict<Int> = new Dict();
	public function new() { m.add({ id: 2, name: "two", tags: ["a"] }).add({ id: 1, name: "one" }); cache.set("k", m.size); }
	public function names() return m.where(e -> e.name.length == 3).map(e -> e.name.shout()).join(",");
	public function tag(id:Int):String return m.get(id).and(e -> e.tags == null ? Err("no tags") : Ok(e.tags)).map(t -> t.join("+")).unwrapOr("?");
	public function total(l:Array<Money>):Money return l.fold((a:Money, b:Money) -> a + b, new Money(0, app.model.Currency.Eur));
	public function stats() { say('size ${m.size} cache ${cache.get("k")}'); return lib.core.Log.flush(); } }
