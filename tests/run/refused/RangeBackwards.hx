// expect error: 4: Cannot iterate backwards
class RangeBackwards {
	static function main() {
		for (i in 5...2)
			Sys.println(i);
	}
}
