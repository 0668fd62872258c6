class Main {
	static function text():String {
		return "half
