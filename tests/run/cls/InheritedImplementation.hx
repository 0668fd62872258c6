// expect: InheritedImplementation.hx:71: none [None]1
// expect: InheritedImplementation.hx:74: 5 [k,k]1
// expect: InheritedImplementation.hx:77: [1.5] [a]
// expect: InheritedImplementation.hx:80: y
// What an interface wants may come from a superclass, in terms of other type parameters; null is no difference for references.
import haxe.ds.Option;

interface Store<K, V> {
	function get(k:K):Null<V>;
	function set(k:K, v:V):Void;
	function all():Array<K>;
	var count(get, never):Int;
}

class Base<A, B> {
	public var count(get, never):Int;

	var keys:Array<A> = [];
	var values:Array<B> = [];

	public function new() {}

	public function get(k:A):Null<B>
		return values[keys.indexOf(k)];

	public function set(k:A, v:B):Void {
		keys.push(k);
		values.push(v);
	}

	public function all():Array<A>
		return keys;

	function get_count()
		return keys.length;
}

class Same<K:EnumValue, V> extends Base<K, V> implements Store<K, V> {}

class Swapped<V, K> extends Base<K, V> implements Store<K, V> {
	override function all():Array<K>
		return keys.concat(keys);
}

class Fixed<Q> extends Base<String, Array<Q>> implements Store<String, Array<Q>> {}

interface Named {
	function name():Null<String>;
	function rename(to:String):Void;
}

class Person implements Named {
	var n = "x";

	public function new() {}

	public function name():String
		return n;

	public function rename(to:Null<String>)
		n = to;
}

class InheritedImplementation {
	static function fill<K, V>(s:Store<K, V>, k:K, v:V)
		s.set(k, v);

	static function main() {
		var same:Store<Option<Int>, String> = new Same();
		fill(same, None, "none");
		trace(same.get(None) + " " + same.all() + same.count);
		var swapped:Store<String, Int> = new Swapped();
		fill(swapped, "k", 5);
		trace(swapped.get("k") + " " + swapped.all() + swapped.count);
		var fixed:Store<String, Array<Float>> = new Fixed();
		fill(fixed, "a", [1.5]);
		trace(fixed.get("a") + " " + fixed.all());
		var named:Named = new Person();
		named.rename("y");
		trace(named.name());
	}
}
