// expect error: 5: String should be Int
class SwitchCaseType {
	static function main() {
		switch (5) {
			case "five":
				Sys.println("text");
			default:
		}
	}
}
