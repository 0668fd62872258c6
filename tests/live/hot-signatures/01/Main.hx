class Main {
	@:hot.before static function a(n:Int) {}

	@:hot.after function b() {}

	@:hot.test static function c():Int
		return 1;
	@:hot.migrate function d(dropped:Dynamic) {}

	@:hot.migrate
	static function e(dropped:haxe.DynamicAccess<Dynamic>, from:Int) {}

	@:hot.keep var f = 1;

	@:hot.reset static function g() {}

	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			true;
			Sys.sleep(0.005);
		}
	}
}
