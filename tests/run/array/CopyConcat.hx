// expect: [1,2]
// expect: [1,2,3]
// expect: [1,2,1,2,3]
// expect: 2
// expect: [1,2]
// expect: [1,2]
// expect: 6
// expect: [[1,9],[2]]
// expect: false
class CopyConcat {
	static function main() {
		var a = [1, 2];
		var b = a.copy();
		b.push(3);
		Sys.println(a);
		Sys.println(b);
		var c = a.concat(b);
		Sys.println(c);
		c[0] = 100;
		Sys.println(a[0] + b[0]);
		Sys.println(a.concat([]));
		Sys.println([].concat(a));
		Sys.println(a.concat(a).concat(a).length);
		var nested = [[1], [2]];
		var shallow = nested.copy();
		shallow[0].push(9);
		shallow[1] = [7];
		Sys.println(nested);
		Sys.println(a.copy() == a);
	}
}
