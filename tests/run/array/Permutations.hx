// expect: [abc,acb,bac,bca,cab,cba]
// expect: 120
// expect: daecb
class Permutations {
	static function permute(rest:Array<String>, done:Array<String>, out:Array<String>):Void {
		if (rest.length == 0) {
			out.push(done.join(""));
			return;
		}
		for (i in 0...rest.length) {
			var r = rest.copy();
			var x = r.splice(i, 1)[0];
			permute(r, done.concat([x]), out);
		}
	}

	static function main() {
		var out = [];
		permute(["a", "b", "c"], [], out);
		Sys.println(out);
		out = [];
		permute("abcde".split(""), [], out);
		Sys.println(out.length);
		Sys.println(out[77]);
	}
}
