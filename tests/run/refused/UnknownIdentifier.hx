// expect error: 4: Unknown identifier : undefinedName
class UnknownIdentifier {
	static function main() {
		Sys.println(undefinedName);
	}
}
