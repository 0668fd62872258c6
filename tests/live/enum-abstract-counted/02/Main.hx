enum abstract Count(Int) to Int {
	var A; var New; var B; var C = 20; var D;
}

class Main {
	static function show() {
		var b:Int = B, d:Int = D;
		Sys.println('B $b D $d');
	}

	static function main() {
		for (turn in 0...100000) {
			show();
			Sys.sleep(0.01);
		}
	}
}
