// Int and Float meet in Dynamic.
// expect: true
// expect: false
// expect: true
// expect: true
// expect: 1.5
// expect: 11
// expect: 2
// expect: 0.25
// expect: [1,1,0.5,1,null,true]
// expect: 2
class DynamicNumbers {
	static function main() {
		var i:Dynamic = 1, f:Dynamic = 1.0, h:Dynamic = 0.5, s:Dynamic = "1";
		Sys.println(i == f);
		Sys.println(i == h);
		Sys.println(i == 1);
		Sys.println(s == "1");
		Sys.println(i + h);
		Sys.println(s + i);
		var n:Int = i;
		Sys.println(n + 1);
		var g:Float = i;
		Sys.println(g / 4);
		var list:Array<Dynamic> = [i, f, h, s, null, true];
		Sys.println(list);
		Sys.println(list.indexOf(0.5));
	}
}
