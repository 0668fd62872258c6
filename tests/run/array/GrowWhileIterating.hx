// A loop over an array sees what is pushed while it runs.
// expect: [1,2,3,11,12,13]
// expect: [8,4,2,1]
// expect: 2
class GrowWhileIterating {
	static function main() {
		var a = [1, 2, 3];
		for (x in a) {
			if (x < 5 && a.length < 8)
				a.push(x + 10);
		}
		Sys.println(a);
		var todo = [8];
		var seen = [];
		for (n in todo) {
			seen.push(n);
			if (n > 1)
				todo.push(n >> 1);
		}
		Sys.println(seen);
		var b = [1, 2, 3, 4];
		var visited = 0;
		for (x in b) {
			visited++;
			b.pop();
		}
		Sys.println(visited);
	}
}
