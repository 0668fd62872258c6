package app.model;
typedef Id = Int;
typedef Entity = { > HasId, var name:String; @:optional var tags:Array<String>; }
typedef HasId = { final id:Id; }
class Model<T:HasId> { final items:Map<Id, T> = []; public var size(get, never):Int; function get_size() return [for (k in items.keys()) k].length; public function new() {} public function add(t:T):Model<T> { items[t.id] = t; return this; } public function get(id:Id):Attempt<T> return items.exists(id) ? Ok(items[id]) : Err('no $id'); public function where(f:T->Bool):Array<T> { var r = [for (t in items) if (f(t)) t]; r.sort((a, b) -> a.id - b.id); return r; } }
private class Secret {}
