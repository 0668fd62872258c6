enum Expr<T> { Num(i:Int):Expr<Int>; Str(s:String):Expr<String>; Pair<A,B>(a:Expr<A>, b:Expr<B>):Expr<String>; If<X>(c:Expr<Bool>, a:Expr<X>, b:Expr<X>):Expr<X>; Eq<Y>(a:Expr<Y>, b:Expr<Y>):Expr<Bool>; }
class Refined {
  static function eval<T>(e:Expr<T>):T return switch e { case Num(i): i; case Str(s): s; case Pair(a, b): Std.string(eval(a)) + eval(b); case If(c, a, b): if (eval(c)) eval(a) else eval(b); case Eq(a, b): eval(a) == eval(b); };
  static function ev2<T>(e:Expr<T>):T { switch (e) { case Num(i): return i; case Str(s): return s; case Pair(a, _): return "p"; case If(c, a, b): return eval(a); case Eq(_): return true; } }
  static function main() { trace(eval(If(Eq(Num(1), Num(1)), Pair(Num(1), Str("q")), Str("z")))); trace(ev2(Num(4)) + 1);  
   var e:Expr<Int> = Num(1); switch (e) { case Num(_): case If(_): } 
 }
}
