class Main {
	static function mix(a:Int, b:Float, c:String, d:Bool, e:Int, f:Float, g:Array<Int>, h:Dynamic, i:Int, j:Int, k:Float, l:Float, m:Float, n:Float,
			o:Float, p:Float, q:Float, r:Float, s:Int, t:String):String {
		var all:Array<Dynamic> = [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t];
		
		return all.join(" ");
	}

	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println("fine " + mix(1, 2.5, "three", true, 5, 6.5, [7], {x: 8}, 9, 10, 11.5, 12.5, 13.5, 14.5, 15.5, 16.5, 17.5, 18.5, 19, "t" + 20));
			Sys.sleep(0.005);
		}
	}
}
