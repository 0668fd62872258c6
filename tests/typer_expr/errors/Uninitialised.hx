class Uninitialised {
	static function main() {
		var e:Int;
		while (Math.random() > 0.5) {
			e = 1;
		}
		trace(e);
	}
}
