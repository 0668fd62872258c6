// Objects, strings, arrays and functions may be null.
// expect: true
// expect: true
// expect: true
// expect: true
// expect: true
// expect: true
// expect: true
class NullValues {
	var name:String;

	function new() {}

	static function main() {
		var s:String = null;
		var a:Array<Int> = null;
		var o:NullValues = null;
		var f:Int->Int = null;
		Sys.println(s == null);
		Sys.println(a == null);
		Sys.println(o == null);
		Sys.println(f == null);
		s = "";
		a = [];
		o = new NullValues();
		f = function(x) return x;
		Sys.println(s != null && a != null && o != null && f != null);
		Sys.println(o.name == null);
		Sys.println("null" == s + null);
	}
}
