// expect error: 5: Arrays of mixed types are only allowed if the type is forced to Array<Dynamic>
// expect error: 5: String should be Int
class MixedArray {
	static function main() {
		var a = [1, "two"];
	}
}
