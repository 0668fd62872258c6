class Main {
	static function main() {
		var n:Int = "text";
		Sys.println("never");
	}
}
