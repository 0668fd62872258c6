// expect error: 26: Unmatched patterns: Blue | Green | Opt | Rgb
// expect error: 27: Unmatched patterns: Opt
// expect error: 28: Unmatched patterns: Leaf(_)
// expect error: 29: Unmatched patterns: Three
// expect error: 30: Unmatched patterns: B
// expect error: 31: Unmatched patterns: false
// expect error: 32: Unmatched patterns: _
// expect error: 33: Unmatched patterns: _
// expect error: 34: Unmatched patterns: _
// expect error: 35: Unmatched patterns: false
// expect error: 36: Unmatched patterns: Opt
// expect error: 37: Unmatched patterns: Blue | Green | Opt | Rgb
// expect error: 39: Unmatched patterns: Red
// expect error: 40: Unmatched patterns: Leaf(false)
// expect error: 41: Unmatched patterns: Blue | Green | Opt | Rgb
// expect error: 43: Unmatched patterns: Some(Some(false))
// expect error: 44: Unmatched patterns: false
// expect error: 45: Unmatched patterns: false
// expect error: 46: Unmatched patterns: _
// expect error: 47: Unmatched patterns: _
enum Color { Red; Green; Blue; Rgb(r:Int, g:Int, b:Int); Opt(c:Null<Color>); }
enum Tree<T> { Leaf(v:T); Node(l:Tree<T>, r:Tree<T>); }
enum abstract EA(Int) { var One = 1; var Two = 2; var Three = 3; }
enum abstract ES(String) { var A = "a"; var B = "b"; }
class Unmatched {
	static function a(c:Color) return switch c { case Red: 1; }
	static function b(c:Color) return switch c { case Red | Green: 1; case Rgb(0, _, _): 2; case Blue: 3; }
	static function c(t:Tree<Int>) return switch t { case Leaf(1): 1; case Node(Leaf(_), _): 2; }
	static function d(e:EA) return switch e { case One: 1; case Two: 2; }
	static function e(e:ES) return switch e { case A: 1; }
	static function f(b:Bool) return switch b { case true: 1; }
	static function g(i:Int) return switch i { case 1: 1; case 2: 2; }
	static function h(s:String) return switch s { case "a": 1; }
	static function i(a:Array<Int>) return switch a { case []: 1; case [_]: 2; }
	static function j(x:Bool, y:Bool) return switch [x, y] { case [true, _]: 1; case [false, true]: 2; }
	static function k(x:Color, y:Bool) return switch [x, y] { case [Red, true]: 1; case [Green, false]: 2; case [Blue, _]: 3; case [Rgb(_), _]: 1; }
	static function l(o:{a:Bool, b:Color}) return switch o { case {a: true}: 1; case {b: Red}: 2; }
	static function m(n:Null<Bool>) return switch n { case true: 1; case false: 2; }
	static function n(c:Color) return switch c { case Red if (true): 1; case Green: 1; case Blue: 1; case Rgb(_): 2; case Opt(Red): 1; case Opt(null): 2; }
	static function o(t:Tree<Bool>) return switch t { case Leaf(true): 1; case Node(Leaf(true), Leaf(false)): 2; case Node(_, Node(_)): 3; }
	static function p(c:Color) { switch c { case Red: trace(1); } }
	static function q(i:Int) { switch i { case 1: trace(1); } }
	static function r(o:haxe.ds.Option<haxe.ds.Option<Bool>>) return switch o { case None: 1; case Some(None): 2; case Some(Some(true)): 3; }
	static function s(b:Bool) { switch b { case true: } }
	static function t(a:Array<Bool>) { switch a { case [true]: } }
	static function u(f:Float) return switch f { case 1.5: 1; }
	static function v(x:Int, y:String) return switch [x, y] { case [1, "a"]: 1; case [2, _]: 3; }
	static function main() {}
}
