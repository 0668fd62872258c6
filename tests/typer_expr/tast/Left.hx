class Left {
	static function f(a:Int, ?b:Int, ?s:String, c:Float = 1.5):Void {}

	static function pos(?p:haxe.PosInfos) {}

	static function main() {
		f(1, "s");
		f(1, 2, "s", 3);
		pos();
		for (i in 0...3) f(i);
		for (x in [1, 2]) f(x);
		for (x in new IntIterator(0, 2)) f(x);
	}
}
