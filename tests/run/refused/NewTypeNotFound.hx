// expect error: 4: Type not found : Absent
class NewTypeNotFound {
	static function main() {
		var x = new Absent(1);
	}
}
