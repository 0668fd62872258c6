// expect: ArrayMethods.hx:42: concat [1,2,3][]
// expect: ArrayMethods.hx:42: join 1-2-3anull|1
// expect: ArrayMethods.hx:42: pop 1 null 0
// expect: ArrayMethods.hx:42: push 1 2
// expect: ArrayMethods.hx:42: reverse [3,2,1]
// expect: ArrayMethods.hx:42: shift xnull
// expect: ArrayMethods.hx:42: slice [1,2,3,4];[3,4];[1,2];[1,2,3];[];[0,1];[];[2,3,4];[]
// expect: ArrayMethods.hx:42: sort [1,2,3]
// expect: ArrayMethods.hx:42: splice [1,2] [0,3,4]
// expect: ArrayMethods.hx:42: splice2 [3] [0,1,2,4]
// expect: ArrayMethods.hx:42: splice3 [3,4] [0,1,2]
// expect: ArrayMethods.hx:42: splice4 [] [0,1,2,3,4]
// expect: ArrayMethods.hx:42: splice5 [] [0,1,2,3,4]
// expect: ArrayMethods.hx:42: splice6 [0] [1,2,3,4]
// expect: ArrayMethods.hx:42: unshift [0,1]
// expect: ArrayMethods.hx:42: insert [6,1,9,8,2,7]
// expect: ArrayMethods.hx:42: remove true [2,1]false
// expect: ArrayMethods.hx:42: removestr true [b]
// expect: ArrayMethods.hx:42: contains true false truetrue
// expect: ArrayMethods.hx:42: indexOf [1,3,3,0,-1,-1,0]
// expect: ArrayMethods.hx:42: copy [1][1,2]
// expect: ArrayMethods.hx:42: map [1.5,3] [s1]
// expect: ArrayMethods.hx:42: filter [1,3]
// expect: ArrayMethods.hx:42: resize [1][]
// expect: ArrayMethods.hx:42: iter [0a,1b]
// expect: ArrayMethods.hx:42: nested [[1],[2,3]][{a: 1}][{x => 1}]
// expect: ArrayMethods.hx:42: toString [1.5,null,true,s,[1]]
// expect: ArrayMethods.hx:42: oob null null
// expect: ArrayMethods.hx:42: grow [x,null,null,y]
// expect: ArrayMethods.hx:42: neg exc Negative array index: -1
// expect: ArrayMethods.hx:42: null in exc Null Access
// expect: ArrayMethods.hx:42: eq true false
// expect: ArrayMethods.hx:42: sortstr [,ArrayMethods,a,aa,b,é]
// expect: ArrayMethods.hx:42: lambda [1,2] {1}[2,3][5][1,2][1,1,2,2]truefalsetrue[2]622true12-1[1,2]
// expect: ArrayMethods.hx:79: 1
// expect: ArrayMethods.hx:42: iter 0
// expect: ArrayMethods.hx:42: it 3 false
// expect: ArrayMethods.hx:42: kv [0,6]
// expect: ArrayMethods.hx:42: list 3 {0, 1, 2}020truefalsefalse1{2}{}[1]
// expect: ArrayMethods.hx:42: list3 b
class ArrayMethods {
	static function t(n:String, f:Void->Dynamic) { try trace(n + " " + f()) catch (e:haxe.Exception) trace(n + " exc " + e.message); }
	static function main() {
		// Array
		t("concat", () -> [1,2].concat([3]) + "" + [].concat([]));
		t("join", () -> [1,2,3].join("-") + [].join(",") + ["a"].join(",") + ([null, 1] : Array<Null<Int>>).join("|"));
		t("pop", () -> { var a = [1]; a.pop() + " " + a.pop() + " " + a.length; });
		t("push", () -> { var a = []; a.push(5) + " " + a.push(6); });
		t("reverse", () -> { var a = [1,2,3]; a.reverse(); a; });
		t("shift", () -> { var a = ["x"]; a.shift() + a.shift(); });
		t("slice", () -> { var a = [0,1,2,3,4]; [a.slice(1), a.slice(-2), a.slice(1,3), a.slice(1,-1), a.slice(9), a.slice(-9, 2), a.slice(3,1), a.slice(2, 99), a.slice(0,0)].join(";"); });
		t("sort", () -> { var a = [3,1,2]; a.sort((x,y) -> x-y); a; });
		t("splice", () -> { var a = [0,1,2,3,4]; var r = a.splice(1,2); r + " " + a; });
		t("splice2", () -> { var a = [0,1,2,3,4]; var r = a.splice(-2,1); r + " " + a; });
		t("splice3", () -> { var a = [0,1,2,3,4]; var r = a.splice(3,99); r + " " + a; });
		t("splice4", () -> { var a = [0,1,2,3,4]; var r = a.splice(9,1); r + " " + a; });
		t("splice5", () -> { var a = [0,1,2,3,4]; var r = a.splice(1,-1); r + " " + a; });
		t("splice6", () -> { var a = [0,1,2,3,4]; var r = a.splice(-99,1); r + " " + a; });
		t("unshift", () -> { var a = [1]; a.unshift(0); a; });
		t("insert", () -> { var a = [1,2]; a.insert(1, 9); a.insert(-1, 8); a.insert(99, 7); a.insert(-99, 6); a; });
		t("remove", () -> { var a = [1,2,1]; a.remove(1) + " " + a + a.remove(5); });
		t("removestr", () -> { var a = ["a" + 1, "b"]; a.remove("a1") + " " + a; });
		t("contains", () -> [1,2].contains(2) + " " + ["x"].contains("y") + " " + [1.5].contains(1.5) + [null].contains(null));
		t("indexOf", () -> { var a = [1,2,1,2]; [a.indexOf(2), a.indexOf(2,2), a.indexOf(2,-1), a.indexOf(1,-4), a.indexOf(9), a.indexOf(1, 99), a.indexOf(1,-99)]; });
		t("copy", () -> { var a = [1]; var b = a.copy(); b.push(2); a + "" + b; });
		t("map", () -> [1,2].map(x -> x * 1.5) + " " + [1].map(x -> "s" + x));
		t("filter", () -> [1,2,3].filter(x -> x != 2));
		t("resize", () -> { var a = [1,2,3]; a.resize(1); var r = a.toString(); a.resize(0); r + a; });
		t("iter", () -> { var r = []; for (i => v in ["a", "b"]) r.push(i + v); r; });
		t("nested", () -> [[1], [2, 3]].toString() + [{a: 1}] + [["x" => 1]]);
		t("toString", () -> Std.string([1.5, null, true, "s", [1]]  ));
		t("oob", () -> { var a = [1]; var b = ["x"]; b[5] + " " + b[-1]; });
		t("grow", () -> { var b = ["x"]; b[3] = "y"; b; });
		t("neg", () -> { var b = ["x"]; b[-1] = "y"; b; });
		t("null in", () -> { var a:Array<String> = null; a.length; });
		t("eq", () -> { var a = [1]; (a == a) + " " + (a == [1]); });
		t("sortstr", () -> { var a = ["b", "a", "é", "ArrayMethods", "", "aa"]; a.sort(Reflect.compare); a; });
		t("lambda", () -> Lambda.array([1,2]) + " " + Lambda.list([1]) + Lambda.map([1,2], x -> x+1) + Lambda.mapi([5], (i, x) -> i+x) + Lambda.flatten([[1],[2]]) + Lambda.flatMap([1,2], x -> [x,x]) + Lambda.has([1],1) + Lambda.exists([1],x->x>1) + Lambda.foreach([1],x->x>0) + Lambda.filter([1,2],x->x>1)+Lambda.fold([1,2,3], (x, a) -> a + x, 0) + Lambda.foldi([1,2], (x,a,i) -> a+x*i, 0) + Lambda.count([1,2,3], x->x>1) + Lambda.empty([]) + Lambda.indexOf([1,2],2) + Lambda.find([1,2],x->x>1) + Lambda.findIndex([1,2],x->x>5) + Lambda.concat([1],[2]));
		t("iter", () -> { Lambda.iter([1], x -> trace(x)); 0; });
		var it = [1,2].iterator(); t("it", () -> it.next() + it.next() + " " + it.hasNext());
		t("kv", () -> [for (k => v in [5,6].keyValueIterator()) k * v]);
		// List
		t("list", () -> { var l = new List<Int>(); l.add(1); l.add(2); l.push(0); l.length + " " + l + l.first() + l.last() + l.pop() + l.remove(2) + l.remove(9) + l.isEmpty() + l.join("/") + l.map(x -> x * 2) + l.filter(x -> x > 5) + [for (i => x in l) i + x]; });
		t("list3", () -> { var l = new List<String>(); l.add("a"); l.clear(); l.add("b"); var r = ""; for (x in l) r += x; r; });
	}
}
