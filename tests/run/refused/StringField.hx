// expect error: 5: String has no field size
class StringField {
	static function main() {
		var s = "text";
		Sys.println(s.size);
	}
}
