class Texts {
	static function main() {
		var n = 1;
		var s = "a" + n + 2.5 + null;
		var t = 'n=$n, ${n + 1}';
		s += n;
		var u = n + 1 + "x" + n;
	}
}
