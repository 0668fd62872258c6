// expect error: 10: Invalid hexadecimal integer
// expect error: 11: Duplicate key
// expect error: 12: Duplicate key
// expect error: 13: Cannot spread arguments with additional rest arguments
// expect error: 14: Int cannot be constructed
class Literals {
	static function rest(...r:Int) return r.length;
	static function nothing() {}
	static function main() {
		var a = 0x1FFFFFFFF;
		var b = [1 => 1, 2 => 2, 1 => 3];
		var c = ["a" => 1, "b" => 2, "a" => 3];
		rest(1, ...[2]);
		var e = new Int();
	}
}
