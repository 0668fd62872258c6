// main need not be public; the class may have other members, before and after.
// expect: 14
class ModuleMain {
	static var count = 10;

	static function add(n:Int):Void {
		count += n;
	}

	static function main():Void {
		add(5);
		add(-1);
		Sys.println(count);
	}

	static function unused():Void {
		Sys.println("never called");
	}
}
