abstract Ab(Int) from Int { public function new(i) this = i; @:op(A + B) public function add(o:Ab):Ab return this; @:op(A == B) static function eq(a:Ab, b:Ab):Bool return true; }
abstract ToI(Int) to Int { public function new(i) this = i; }
abstract ToS(Int) { public function new(i) this = i; public function toString() return "ToS"; }
class OperatorTypes {
  static function main() {
    1 == "a"; var v = new Ab(1); v == v; v != v; v - v; v * 2; v == 3; v != 3;
    var a = new Array<Int>(); a == "x"; a < a; a + a; a + 1; null + 1;
    var i = new ToI(2); $type(i + 1); $type(i * 2.5); $type(i < 3); $type(-i); $type(i + i); $type(i + "a");
    $type("a" + new ToS(1)); trace("a" + new ToS(1)); trace('${new ToS(1)}'); trace(new ToS(1)); trace(i == 2);
    $type(v + 1); 1 + v; true && 1; 1 && true; true + true; true < false; -true; 
    var n:Null<Int> = null; n = n + 1; var x = null; x = 1; $type(x); (null == 1); var b:Bool = null;
    $type(null == null); $type([1,2] == [1]);
    1 => 2; 1 in 2;
    var d:Dynamic = null; $type(d < 1); $type(d && true); $type(!d); $type(d - d); $type(d & 1); d += 1; d++; $type(d += 1); $type(1 < d); $type("a" < d); $type(~d); $type(d >> 2); 
    
    var un; un += 1; $type(un); var un2; un2 + "a"; $type(un2); var un3; un3 < 1; $type(un3); var u4; "a" + u4; $type(u4); var u5, u6; u5 + u6; $type(u5);
    var u7; u7 = u7 + 1.5; var u8; u8++; $type(u8); var u9; -u9; $type(u9); var u10; u10 && true; $type(u10);
  }
}
