typedef T = {a:Int, ?b:String}

class Structures {
	static function main() {
		var t:T = {a: 1, c: 2};
		var u:T = {a: "x"};
		var v:T = {a: 1};
		v.q;
		v.b = 5;
		var w = {a: 1, a: 2};
		var l:Array<Int> = ["a"];
		var m = [1, "a"];
	}
}
