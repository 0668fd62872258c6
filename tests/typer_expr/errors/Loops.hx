class Loops {
	static function main() {
		for (i in 5) {}
		for (i in 0...5.5) {}
		for (i in "a") {}
		for (x in Loops) {}
		var d:Dynamic = null;
		for (x in d) {}
		for (x in [1]) {
			x.foo;
		}
		for (k => v in ["a"]) {
			k.foo;
			v.bar;
		}
	}
}
