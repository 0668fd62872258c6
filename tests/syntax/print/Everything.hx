#!/usr/bin/env haxe
package pack.age.macro;

import a.B;
import a.b.*;
import a.B.C as D;
import a.B.field in other;
import haxe.macro.Expr;
import sys.extern.function.X;
using a.b.Tools;

/** Documentation is dropped. */
@:meta(1, "two", [3], {a: 4}) @plain @dotted.name @:hot.was("Old")
private extern final class Everything<@:const T:(A, ?b:B) -> C, U:{x:Int} & V = Int, W> extends Base<T, "const", 1, -2, true, [1, 2]> implements I implements J<Array<Array<Int>>> {
	public static inline final CONSTANT:Int = 0xFF_FF;
	var property(get, never):Int;
	var old(default, null):Float = 1.5e-3;
	private var dyn(dynamic, dynamic):String;
	var custom(getCustom, set):Bool;
	@:optional var right;
	final a = 1;
	public function new<T:Foo>(a:Int, ?b:String, c = 1, @:m d:Array<Int> = null, ...rest:Int):Void;
	override public dynamic function f() return 1;
	static macro function g(e) { return macro $e; }
	extern overload abstract function h():Void;
	final inline function i() {}
	function types(
		a:Int -> String -> Void, b:(Int, String) -> Void, c:(a:Int, ?b:String, ...c:Float) -> Void, d:() -> Void, e:(Int) -> Int, f:(Int -> Int) -> Int,
		g:?Int -> Void, h:{}, i:{a:Int, ?b:String}, j:{> Base, > Other<Int>, a:Int}, k:{var a:Int; final b:String; var ?c(default, null):Int; function f(x:Int):Void; @:m var d:Int;},
		l:A & B & C, m:Map<String, Map<Int, Array<Float>>>, n:pack.Module.Sub<Int>, o:(A & B) -> C, p:A & B -> C, q:...Int, r:$x, s:(?a:Int) -> Int -> Int,
		t:Int -> (b:Int) -> Void
	):Null<Array<Int>> {}
}

abstract class Sealed {}
interface Walker extends Other extends More<Int> { function walk():Void; var x(get, set):Int; }

enum Tree<T> {
	Leaf;
	Node(left:Tree<T>, ?right:Tree<T>);
	@:meta Gadt<S>(x:S):Tree<Int>;
}

typedef Point = {x:Float, y:Float}
typedef Function<T> = T -> Void;
abstract Money(Int) from Int from Float to Int { @:op(A + B) function add(b:Money):Money; }
enum abstract Color(String) to String { var Red; var Green = "g"; }
abstract Core {}

var moduleVar:Int = 1;
final moduleFinal = 2;
private inline function moduleFunction<T>(x:T):T return x;
