// expect: true
// expect: true
// expect: 3
// expect: Class<_TypedefAsValue.CC>
// expect: 1
// expect: TT
// expect: caught
// expect: 1
private class CC { public var x = 1; public function new() {} public static function f() return 3; }
private typedef TT = CC;
typedef UU = TT;
class TypedefAsValue { static function main() {
  Sys.println(Std.isOfType(new CC(), TT)); Sys.println((new CC() : Dynamic) is UU); Sys.println(UU.f()); var c:Class<CC> = TT; Sys.println(c); Sys.println(Type.createInstance(UU, []).x); switch (c:Dynamic) { case TT: Sys.println("TT"); case _: } 
  try throw new CC() catch (e:UU) Sys.println("caught"); Sys.println(cast(new CC(), UU).x);
} }
