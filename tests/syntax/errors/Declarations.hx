// expect error: 9: Type name should start with an uppercase letter
// expect error: 10: Unexpected {
// expect error: 11: Unexpected {
// expect error: 12: Expected extends or implements or {
// expect error: 13: public modifier is not supported for classes
// expect error: 14: inline modifier is not supported for enums
// expect error: 16: Unexpected ;
// expect error: 17: Expected { or to or from
class lower {}
class {}
class A extends {}
class B foo {}
public class C {}
inline enum D {}
abstract class E {}
typedef F = ;
abstract G(Int) foo {}
enum H { I; J(x:Int); }
