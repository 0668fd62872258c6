// expect: [1,4,9,16,25,36]
// expect: [2,4,6]
// expect: n1 n2 n3 n4 n5 n6
// expect: [0.5,1,1.5,2,2.5,3]
// expect: 0
// expect: [30,40,50]
// expect: 6
// expect: [1,2,3,4,5,6]
// expect: 4
class MapFilter {
	static function main() {
		var a = [1, 2, 3, 4, 5, 6];
		Sys.println(a.map(function(x) return x * x));
		Sys.println(a.filter(function(x) return x % 2 == 0));
		Sys.println(a.map(x -> "n" + x).join(" "));
		Sys.println(a.map(x -> x / 2));
		Sys.println(a.filter(x -> x > 100).length);
		Sys.println(a.filter(x -> x > 2).map(x -> x * 10).filter(x -> x < 60));
		var calls = 0;
		a.map(function(x) {
			calls++;
			return null;
		});
		Sys.println(calls);
		Sys.println(a);
		var lengths = ["a", "bbb", ""].map(s -> s.length);
		Sys.println(lengths[0] + lengths[1] + lengths[2]);
	}
}
