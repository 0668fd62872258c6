// expect: 1
// expect: x
// expect: 4
// expect: 1
// expect: {3 => 1}
// expect: 4
// expect: 9
@:multiType abstract MM<K, V>(haxe.Constraints.IMap<K, V>) {
    public function new();
    public inline function set(k:K, v:V) this.set(k, v);
    @:arrayAccess public inline function get(k:K) return this.get(k);
    @:to static inline function toS<K:String, V>(t:haxe.Constraints.IMap<K, V>):haxe.ds.StringMap<V> return new haxe.ds.StringMap<V>();
    @:to static inline function toI<K:Int, V>(t:haxe.Constraints.IMap<K, V>):haxe.ds.IntMap<V> return new haxe.ds.IntMap<V>();
}

@:multiType(@:followWithAbstracts K) abstract Mf<K, V>(haxe.Constraints.IMap<K, V>) {
    public function new();
    @:to static inline function toI<K:Int, V>(t:haxe.Constraints.IMap<K, V>):haxe.ds.IntMap<V> return new haxe.ds.IntMap<V>();
    public inline function set(k:K, v:V) this.set(k, v);
    @:arrayAccess public inline function get(k:K) return this.get(k);
}

abstract KeyI(Int) from Int {
}

class MultiTypes {
    static function main() {
        var m = new MM<String, Int>();
        m.set("a", 1);
        Sys.println(m["a"]);
        var n:MM<Int, String> = new MM();
        n.set(4, "x");
        Sys.println(n.get(4));
        var k = new Mf<KeyI, Int>();
        k.set(3, 4);
        Sys.println(k[3]);
        var mp = new Map<KeyI, Int>();
        mp[3] = 1;
        Sys.println(mp[3]);
        Sys.println(mp);
        var ek = new Map<haxe.ds.Option<Int>, Int>();
        ek[haxe.ds.Option.Some(3)] = 4;
        Sys.println(ek[haxe.ds.Option.Some(3)]);
        var om = new Map<{x:Int}, Int>();
        var ky = {x: 1};
        om[ky] = 9;
        Sys.println(om[ky]);
    }
}
