// expect error: 5: Cannot assign to final
class AssignFinal {
	static function main() {
		final n = 5;
		n = 6;
	}
}
