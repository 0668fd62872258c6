// expect error: 4: Int has no field iterator
class NotIterable {
	static function main() {
		for (x in 5)
			Sys.println(x);
	}
}
