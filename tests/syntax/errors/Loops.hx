// expect error: 5: For expression should be 'v in expr'
// expect error: 6: For expression should be 'v in expr'
class Loops {
	static function main() {
		for (i) trace(1);
		for (a.b in []) trace(2);
		for (key => value in ["a" => 1]) trace(3);
		for (i in 0...3) trace(4);
	}
}
