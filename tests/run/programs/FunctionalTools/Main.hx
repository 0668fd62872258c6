// expect: Al 30 none
// expect: empty name; bad age x; bad mail m
// expect: bad age -1
// expect: C 1 c@d
// expect: 6 [1,2,3] Some(6)
// expect: Tuple(a,1) Tuple(1,a) 2.5 [a,1,true]
// expect: 1z
// expect: [apple,avocado] [bob]
// expect: [1,10,2,20,3,30] [a1,b2] [1,2,3] [1,2,3] [a,b]
// expect: Some([1,2]) None [[1,2],[2,3],[3,4]] [[1,1],[2,2],[1]]
// expect: 8 2
// expect: 7 true false 100 [0,1,4] [2,5,8]
// expect: found 2[9]
// expect: [1,4,9]
import haxe.ds.Option;
import thx.Core;
using thx.Core.Arrays;
using thx.Core.Options;
using thx.Core.Functions;
using thx.Core.Ints;

typedef User = { name:String, age:Int, email:Option<String> };
class Main {
	static function user(name:String, age:String, ?mail:String):VNel<String, User> {
		return Validation.val3((n:String, a:Int, e:Option<String>) -> { name: n, age: a, email: e },
			Validation.nel(name.ofValue().filter(s -> s.length > 0), "empty name"),
			Validation.nel(age.parse().filter(a -> a >= 0), 'bad age $age'),
			mail == null ? Validation.success(None) : Validation.nel(mail.ofValue().filter(m -> m.indexOf("@") > 0).map(m -> Some(m)), 'bad mail $mail'),
			Nel.semigroup());
	}
	static function main() {
		for (v in [user("Al", "30"), user("", "x", "m"), user("Bo", "-1"), user("C", "1", "c@d")])
			Sys.println(switch v.either() { case Right(u): '${u.name} ${u.age} ${u.email.getOrElse("none")}'; case Left(e): e.toArray().join("; "); });
		Sys.println(Monoid.intSum.fold([1, 2, 3]) + " " + Monoid.array().fold([[1], [2, 3]]) + " " + Monoid.option(Monoid.intSum).fold([Some(1), None, Some(5)]));
		var t = Tuple.of("a", 1);
		Sys.println(t.toString() + " " + t.flip().toString() + " " + t.map(x -> x * 2.5).right + " " + t.with(true).toArray());
		var t2:Tuple<Int, String> = { _0: 1, _1: "z" };
		Sys.println(t2.left + t2.right);
		var g = ["apple", "bob", "cat", "avocado"].groupBy(s -> s.charAt(0), new Map());
		Sys.println(g["a"] + " " + g["b"]);
		Sys.println([1, 2, 3].flatMap(x -> [x, x * 10]) + " " + [1, 2, 3].zip(["a", "b"]).map(p -> p.right + p.left) + " " + [3, 1, 2].order(Ints.compare) + " " + [1, 1, 2, 3, 3].distinct() + " " + ["a", "A", "b"].distinct((x, y) -> x.toLowerCase() == y.toLowerCase()));
		Sys.println(["1", "2"].traverse(Ints.parse.bind(_, 10)) + " " + ["1", "x"].traverse(s -> s.parse()) + " " + [1, 2, 3, 4].window(2) + " " + [1, 1, 2, 2, 1].spanByIndex(x -> x));
		var calls = 0;
		var slow = ((s:String) -> { calls++; s.length; }).memoize();
		Sys.println(slow("abc") + slow("abc") + slow("de") + " " + calls);
		var add = ((a:Int, b:Int) -> a + b).curry();
		var inc = add(1);
		Sys.println(inc.compose(inc)(5) + " " + Ints.isEven.negate()(3) + " " + 5.isEven() + " " + 10.with(x -> x * x) + " " + 3.times(i -> i * i) + " " + 2.range(10, 3));
		Sys.println([1, 2, 3].find(x -> x > 1).map(x -> 'found $x').getOrElse("none") + [].find((x:Int) -> true).or(Some(9)).toArray());
		var n:Nel<Int> = 1;
		Sys.println((n + 2 + 3).map(x -> x * x).toArray());
	}
}
