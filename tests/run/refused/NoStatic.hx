// expect error: 8: Class<Tools> has no field assist
class Tools {
	public static function help() {}
}

class NoStatic {
	static function main() {
		Tools.assist();
	}
}
