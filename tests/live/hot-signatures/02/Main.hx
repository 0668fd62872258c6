class Main {
	@:hot.before static function a() {}

	@:hot.after static function b() {}

	@:hot.test static function c():Bool
		return true;

	@:hot.migrate function d(dropped:haxe.DynamicAccess<Dynamic>, from:Int) {}

	@:hot.keep static var f = 1;

	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			true;
			Sys.sleep(0.005);
		}
	}
}
