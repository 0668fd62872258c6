// expect error: 4: Break outside loop
class BreakOutside {
	static function main() {
		break;
	}
}
