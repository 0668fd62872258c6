// expect error: 5: String should be Int
class ArrayElement {
	static function main() {
		var a = [1, 2];
		a.push("three");
	}
}
