// expect: {bar: [1,x]}
// expect: {v: {a: null, b: [2]}}
// expect: {fn: {f: null}, q: {x: [{a: 1, b: [1,2]}]}}
// expect: {em: null}
// expect: {c1: null}
// expect: {c2: [1.5,true,null,-3]}
// expect: {im: null}
// expect: {f: {imf: null}}
// expect: [bar]
// expect: x
// expect: {}
// expect: [fn,q]
@:foo @bar(1, "x") class Metadata {
    @a @b(2) static var v = 1;
    @f function fn() {}
    function new() {}
    @:c static function st() {}
    @x({a: 1, b: [1, 2]}) var q:Int;
    static function main() {
        Sys.println(haxe.rtti.Meta.getType(Metadata));
        Sys.println(haxe.rtti.Meta.getStatics(Metadata));
        Sys.println(haxe.rtti.Meta.getFields(Metadata));
        Sys.println(haxe.rtti.Meta.getType(E));
        Sys.println(haxe.rtti.Meta.getFields(E).A);
        Sys.println(haxe.rtti.Meta.getFields(E).B);
        Sys.println(haxe.rtti.Meta.getType(I));
        Sys.println(haxe.rtti.Meta.getFields(I));
        var m = haxe.rtti.Meta.getType(Metadata);
        Sys.println(Reflect.fields(m));
        Sys.println(m.bar[1]);
        Sys.println(haxe.rtti.Meta.getType(N));
        Sys.println(Reflect.fields(haxe.rtti.Meta.getFields(Metadata)));
    }
}

@em enum E {
    @c1 A;
    @c2(1.5, true, null, -3) B(x:Int);
    C;
}

@im interface I {
    @imf function f():Void;
}

class N {
}
