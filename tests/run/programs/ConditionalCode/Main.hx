// expect: 10 2.25
// expect: native
// expect: ab
// expect: 10 22
// expect: default x
// expect: replaced y
// expect: sub z
// expect: true
// expect: 1 1
// expect: none10nulln!37
// expect: 6
// expect: 2
// expect: refl10null
// expect: 15 null
// expect: true true true false
// expect: object
// expect: 0;1;2;
// expect: untyped ok
// expect: 1|two|3.5|null|true|[1]|{a: 1}|
import haxe.ds.StringMap;
#if macro
import haxe.macro.Context;
import haxe.macro.Expr;
using haxe.macro.Tools;
#end
#if (js && !nodejs)
import js.Browser;
#elseif flash
import flash.display.Sprite;
#elseif (cpp || hl)
#end

@:final class Util {
	#if macro
	static function gen(e:Expr):Expr return macro $e + 1;
	public static function build():Array<Field> {
		var fields = Context.getBuildFields();
		fields.push({ name: "added", access: [AStatic, APublic], kind: FVar(macro:Int, macro 1), pos: Context.currentPos() });
		return fields;
	}
	#end
	macro public static function twice(e:haxe.macro.Expr) {
		return macro { $e; $e; };
	}
	@:extern public static inline function clampi(v:Int, lo:Int, hi:Int):Int return v < lo ? lo : v > hi ? hi : v;
	extern public static inline function sq(x:Float) return x * x;
	@:keep static function unused() {
		#if js
		untyped __js__("console.log('x')");
		#elseif php
		return untyped __call__("strlen", "abc");
		#elseif cpp
		untyped __cpp__("printf(\"x\")");
		#elseif neko
		return null;
		#else
		return;
		#end
	}
	public static function platform():String {
		#if flash
		return "flash";
		#elseif js
		return "js";
		#elseif (target.static && !static_off)
		return "native";
		#elseif sys
		return "native";
		#else
		#error "unknown platform"
		#end
	}
	@:noCompletion @:dox(hide) @:deprecated("use other") public static var old = 1;
	@:allow(Main) private static var hidden(default, null):Array<String> = ["a", "b"];
	@:isVar public static var prop(get, set):Int = 3;
	@:noCompletion inline static function get_prop() return prop;
	@:noCompletion inline static function set_prop(v) return prop = v * 2;
}

@:native("my.NativeName") @:keepSub @:expose("Api")
class Api {
	@:meta(Foo(bar = 1)) public var x:Int;
	@:allow(Main) function new(?x = 5) { this.x = x; }
	public dynamic function hook(s:String):String return "default " + s;
	public static var instance(get, null):Api;
	static function get_instance():Api { if (instance == null) instance = new Api(); return instance; }
	static function __init__() { Main.note("init"); }
}
class SubApi extends Api {
	public function new() super();
	override public function hook(s) return "sub " + s;
}
@:generic class Pool<T> {
	var items:Array<T> = [];
	public var made(default, null) = 0;
	var factory:Void->T;
	public function new(f:Void->T) factory = f;
	public function get():T { if (items.length > 0) return items.pop(); made++; return factory(); }
	public function put(t:T):Void items.push(t);
}
typedef Opts = { var ?name:String; var ?size:Null<Int>; @:optional var color:Int; var ?flag:Bool; }
class Main {
	public static var log:Array<String>;
	public static function note(s:String) { if (log == null) log = []; log.push(s); return 1; }
	static var _boot = boot();
	static function boot() return note("boot");
	static function opts(o:Opts) {
		var size:Int = o.size != null ? o.size : 10;
		var name = o.name == null ? "none" : o.name;
		if (Reflect.hasField(o, "flag")) name += "!";
		return name + size + (o.color : Null<Int>);
	}
	static function main():Void {
		Sys.println(Util.clampi(50, 0, 10) + " " + Util.sq(1.5));
		Sys.println(Util.platform());
		Sys.println(Util.hidden.join(""));
		Util.prop = 5;
		Sys.println(Util.prop++ + " " + Util.prop);
		var a = Api.instance;
		Sys.println(a.hook("x"));
		a.hook = function(s) return "replaced " + s;
		Sys.println(a.hook("y"));
		var s = new SubApi();
		Sys.println(s.hook("z"));
		Sys.println(log.indexOf("boot") >= 0 && log.indexOf("init") >= 0);
		var p = new Pool(function() return new StringMap<Int>());
		var m = p.get();
		m.set("k", 1);
		p.put(m);
		Sys.println(p.get().get("k") + " " + p.made);
		Sys.println(opts({}) + opts({ name: "n", size: 3, color: 7, flag: false }));
		#if debug Sys.println("debug"); #end
		var v:Null<Int> = null;
		if (v == null) v = 0;
		v += 3;
		Sys.println(v * 2);
		@:privateAccess Sys.println(Util.hidden.length);
		var f:haxe.Constraints.Function = opts;
		Sys.println(Reflect.callMethod(null, f, [{ name: "refl" }]));
		var dm:Dynamic = { };
		dm.list = [1, 2];
		dm.list.push(3);
		dm.count = dm.list.length;
		dm.count += 2;
		dm.fn = function(x) return x + dm.count;
		Sys.println(dm.fn(10) + " " + dm.missing);
		Sys.println(Std.is(dm.list, Array) + " " + Std.is(3, Float) + " " + Std.is("s", String) + " " + Std.is(null, String));
		var sw = switch (Type.typeof(dm)) { case TObject: "object"; case TClass(c): Type.getClassName(c); default: "?"; };
		Sys.println(sw);
		var it = { var n = 0; { hasNext: function() return n < 3, next: function() return n++ }; };
		for (x in it) Sys.print(x + ";");
		Sys.println("");
		untyped Sys.println("untyped ok");
		var arr:Array<Dynamic> = [1, "two", 3.5, null, true, [1], { a: 1 }];
		for (x in arr) Sys.print(Std.string(x) + "|");
		Sys.println("");
	}
}
