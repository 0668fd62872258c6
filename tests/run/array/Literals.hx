// expect: [1,2,3]
// expect: [1,2.5]
// expect: [a,b]
// expect: [true,false]
// expect: []
// expect: [[1],[2,3],[]]
// expect: [1,a,2.5,null,true]
// expect: 6
// expect: 3
// expect: 0
// expect: 4
// expect: 3
class Literals {
	static function main() {
		var ints = [1, 2, 3];
		var floats = [1, 2.5];
		var strings = ["a", "b"];
		var bools = [true, false];
		var empty:Array<Int> = [];
		var nested = [[1], [2, 3], []];
		var mixed:Array<Dynamic> = [1, "a", 2.5, null, true];
		Sys.println(ints);
		Sys.println(floats);
		Sys.println(strings);
		Sys.println(bools);
		Sys.println(empty);
		Sys.println(nested);
		Sys.println(mixed);
		Sys.println(ints.length + nested.length);
		Sys.println([1, 2, 3,].length);
		Sys.println(new Array<String>().length);
		Sys.println(ints[0] + ints[2]);
		Sys.println(nested[1][1]);
	}
}
