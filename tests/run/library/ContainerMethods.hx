// expect: ContainerMethods.hx:34: string [a2,null,true,false,true,false,false,1,[a2],true,null,false,3,0,{}]
// expect: ContainerMethods.hx:34: int [a2,null,true,false,true,false,false,1,[a2],true,null,false,3,0,{}]
// expect: ContainerMethods.hx:34: obj [a2,null,true,false,true,false,false,1,[a2],true,null,false,3,0,{}]
// expect: ContainerMethods.hx:34: enum [a2,null,true,false,true,false,false,1,[a2],true,null,false,3,0,{}]
// expect: ContainerMethods.hx:34: enum2 [4,3,2] 2false
// expect: ContainerMethods.hx:34: hash bfalsetrue[b][1][1b]true
// expect: ContainerMethods.hx:34: lit [a1,b2,c3] truenull6
// expect: ContainerMethods.hx:34: litint {1 => x}{P1 => 1}{A=2}{k => [1]}{}
// expect: ContainerMethods.hx:34: weak 0
// expect: ContainerMethods.hx:34: abs 3
// expect: ContainerMethods.hx:34: bal true falsev3true[1,3,4,7,8,9][v1,v3,v4,v7,v8,v9]6{1=v1, 3=v3, 4=v4, 7=v7, 8=v8, 9=v9}true
// expect: ContainerMethods.hx:34: gstack 3 3truefalse[2]{2}
// expect: ContainerMethods.hx:34: vec2 [1,1,2,3]4
// expect: ContainerMethods.hx:34: arrsort [5,4,3,2,1]
// expect: ContainerMethods.hx:34: option Some(1)NoneLeft(2)
// expect: ContainerMethods.hx:34: ro 4 [1,2,3]12[1,2]
// expect: ContainerMethods.hx:34: dyn true 3null[b,c]22true
// expect: ContainerMethods.hx:34: flags true false4true
// expect: ContainerMethods.hx:34: etools E[A,B,C][X,Y,Z]B(1)AB[2]true2truefalse
// expect: ContainerMethods.hx:34: type [P,E,Class<ContainerMethods>,null,Enum<E>,null,Class<String>,Class<Array>,null,null,Enum<E>]
// expect: ContainerMethods.hx:34: type2 [TInt,TFloat,TNull,TBool,TObject,TClass(Class<P>),TEnum(Enum<E>),TFunction,TClass(Class<String>),TClass(Class<Array>),TObject,TObject]
// expect: ContainerMethods.hx:34: reflect true xnulltruefalse[b,c]truefalsetruetruetruetruefalse
// expect: ContainerMethods.hx:34: reflect2 [-1,1,0,1,1,0]
// expect: ContainerMethods.hx:34: reflect3 {a: [1,2]} P1313
// expect: ContainerMethods.hx:34: reflect4 8 null[x][]
// expect: ContainerMethods.hx:34: iters [1][97,98][97,99][233,128512][q1][4]
// expect: ContainerMethods.hx:34: rest 3 [1,2][1,2][1,2][0,2][1,2,9][8,1,2]6 [5][5][5][0][5,9][8,5]
import haxe.ds.*;
enum E { A; B(x:Int); C(s:String, ?o:Array<Int>); }
class P { public var x = 1; public function new() {} public function toString() return "P" + x; }
class K { public var h:Int; public function new(h) this.h = h; public function hashCode() return h; }
abstract Kind(String) to String { public inline function new(s) this = s; }
class ContainerMethods {
	static function t(n:String, f:Void->Dynamic) { try trace(n + " " + f()) catch (e:haxe.Exception) trace(n + " exc " + e.message); }
	static function sorted(i:Iterator<Dynamic>):Array<Dynamic> { var r = [for (x in i) x]; r.sort((a, b) -> Reflect.compare(Std.string(a), Std.string(b))); return r; }
	static function maps<K>(m:haxe.Constraints.IMap<K, String>, a:K, b:K, c:K) {
		m.set(a, "a"); m.set(b, "b"); m.set(a, "a2");
		var r:Array<Dynamic> = [m.get(a), m.get(c), m.exists(b), m.exists(c), m.remove(b), m.remove(b), m.exists(b), sorted(m.keys()).length, sorted(m.iterator())];
		m.set(c, null); r.push(m.exists(c)); r.push(m.get(c));
		var copy = m.copy(); copy.set(b, "z"); r.push(m.exists(b)); r.push([for (k => v in copy) v == null ? "n" : v].length);
		m.clear(); r.push([for (k in m.keys()) 1].length); r.push(m.toString());
		return r;
	}
	static function main() {
		var p = new P(), q = new P(), s = new P();
		t("string", () -> maps(new StringMap<String>(), "x", "", "é"));
		t("int", () -> maps(new IntMap<String>(), 0, -1, 0x7fffffff));
		t("obj", () -> maps(new ObjectMap<P, String>(), p, q, s));
		t("enum", () -> maps(new EnumValueMap<E, String>(), A, B(1), B(2)));
		t("enum2", () -> { var m = new Map<E, Int>(); m[C("a", [1])] = 1; m[C("a", [1])] = 2; m[C("a")] = 3; m[B(1)] = 4; [for (k => v in m) v] + " " + m[C("a",[1])] + m.exists(C("b")); });
		t("hash", () -> { var m = new HashMap<K, String>(); m[new K(1)] = "a"; m[new K(1)] = "b"; m[new K(2)] = "c"; m[new K(1)] + m.exists(new K(3)) + m.remove(new K(2)) + [for (v in m) v] + [for (k in m.keys()) k.h] + [for (k => v in m) k.h + v] + m.copy().exists(new K(1)); });
		t("lit", () -> { var m = ["a" => 1, "b" => 2]; m["c"] = 3; [for (k in sorted(m.keys())) k + m[k]] + " " + m.exists("a") + m["zz"] + (m["a"] += 5); });
		t("litint", () -> [1 => "x"].toString() + [p => 1].toString() + [A => 2].toString() + ["k" => [1]].toString() + new Map<Int, Int>().toString());
		t("weak", () -> 0);
		t("abs", () -> { var m = new Map<String, Int>(); m.set(new Kind("q"), 3); m["q"]; });
		t("bal", () -> { var b = new BalancedTree<Int, String>(); for (i in [5,3,8,1,4,9,7]) b.set(i, "v" + i); b.remove(5) + " " + b.remove(50) + b.get(3) + b.exists(8) + [for (k in b.keys()) k] + [for (v in b) v] + [for (k => v in b) k].length + b.toString() + b.copy().exists(1); });
		t("gstack", () -> { var g = new GenericStack<Int>(); g.add(1); g.add(2); g.add(3); g.first() + " " + g.pop() + g.remove(1) + g.isEmpty() + [for (x in g) x] + g.toString(); });
		t("vec2", () -> { var v = Vector.fromArrayCopy([1,2,3,4]); {Vector.blit(v, 0, v, 1, 3);}; v.toArray() + "" + v.toData().length; });

		t("arrsort", () -> { var a = [3,1,2,5,4]; ArraySort.sort(a, (x,y)->y-x); a; });
		t("option", () -> Std.string(Option.Some(1)) + Option.None + Either.Left(2));
		t("ro", () -> { var r:ReadOnlyArray<Int> = [1,2]; r.length + r[0] + r.indexOf(2) + " " + r.concat([3]) + r.join("") + r.toString(); });
		t("dyn", () -> { var d:haxe.DynamicAccess<Int> = {a: 1}; d["b"] = 2; d.set("c", 3); d.remove("a"); d.exists("b") + " " + d.get("c") + d["zz"] + sorted(d.keys().iterator()) + [for (v in d) v].length + [for (k => v in d) k + v].length + d.copy().exists("b"); });
		t("flags", () -> { var f = new haxe.EnumFlags<F3>(); f.set(X); f.set(Z); f.unset(X); f.has(Z) + " " + f.has(X) + f.toInt() + haxe.EnumFlags.ofInt(3).has(Y); });
		t("etools", () -> haxe.EnumTools.getName(E) + haxe.EnumTools.getConstructors(E) + haxe.EnumTools.createAll(F3) + haxe.EnumTools.createByName(E, "B", [1]) + haxe.EnumTools.createByIndex(E, 0) + haxe.EnumTools.EnumValueTools.getName(B(1)) + B(2).getParameters() + B(1).equals(B(1)) + C("x").getIndex() + A.match(A) + B(1).match(B(2)));
		t("type", () -> [Type.getClassName(P), Type.getEnumName(E), Std.string(Type.resolveClass("ContainerMethods")), Std.string(Type.resolveClass("Nope")), Std.string(Type.resolveEnum("E")), Std.string(Type.getSuperClass(P)), Std.string(Type.getClass("x")), Std.string(Type.getClass([1])), Std.string(Type.getClass(1)), Std.string(Type.getClass(null)), Std.string(Type.getEnum(A))]);
		t("type2", () -> [Type.typeof(1), Type.typeof(1.5), Type.typeof(null), Type.typeof(true), Type.typeof({}), Type.typeof(p), Type.typeof(A), Type.typeof(main), Type.typeof("x"), Type.typeof([1]), Type.typeof(P), Type.typeof(E)].map(Std.string));
		t("reflect", () -> { var o:Dynamic = {a: 1, b: "x"}; Reflect.setField(o, "c", 2); Reflect.hasField(o, "a") + " " + Reflect.field(o, "b") + Reflect.field(o, "zz") + Reflect.deleteField(o, "a") + Reflect.deleteField(o, "a") + sorted(Reflect.fields(o).iterator()) + Reflect.isObject(o) + Reflect.isObject(1) + Reflect.isObject("s") + Reflect.isObject(P) + Reflect.isFunction(main) + Reflect.isEnumValue(A) + Reflect.isEnumValue(E); });
		t("reflect2", () -> [Reflect.compare(1,2), Reflect.compare("b","a"), Reflect.compare(null, null), Reflect.compare(1.5,1), Reflect.compareMethods(p.toString, p.toString) ? 1 : 0, Reflect.compareMethods(p.toString, q.toString) ? 1 : 0]);
		t("reflect3", () -> { var o = Reflect.copy({a: [1]}); o.a.push(2); o + " " + Reflect.callMethod(p, p.toString, []) + Reflect.callMethod(null, (a:Int, b:Int) -> a + b, [1, 2]) + Reflect.getProperty(p, "x") + Reflect.makeVarArgs(a -> a.length)(1, 2, 3); });
		t("reflect4", () -> { Reflect.setProperty(p, "x", 7); Reflect.setField(p, "x", 8); p.x + " " + Reflect.field(P, "nope") + Reflect.fields(p) + Reflect.fields(null); });
		t("iters", () -> [for (x in new haxe.iterators.ArrayIterator([1])) x] + "" + [for (c in new haxe.iterators.StringIterator("ab")) c] + [for (k => c in new haxe.iterators.StringKeyValueIterator("ab")) k + c] + [for (c in new haxe.iterators.StringIteratorUnicode("é😀")) c] + [for (k => v in new haxe.iterators.DynamicAccessKeyValueIterator({q: 1})) k + v] + [for (x in new haxe.iterators.DynamicAccessIterator({q: 4})) x]);
		t("rest", () -> { function f(...r:Int) return r.length + r[0] + " " + r.toArray() + r + [for (x in r) x] + [for (i => x in r) i * x] + r.append(9).toArray() + r.prepend(8).toArray(); f(1, 2) + f(...[5]); });
	}
}
enum F3 { X; Y; Z; }
