// no oracle: basic types are not nullable here; what is not initialised is 0 or false
// expect: 0
// expect: 0
// expect: false
// expect: 1
// expect: null
class UninitialisedInt {
	static var count:Int;

	var f:Float;
	var b:Bool;
	var s:String;

	function new() {}

	static function main() {
		Sys.println(count);
		var o = new UninitialisedInt();
		Sys.println(o.f);
		Sys.println(o.b);
		count++;
		Sys.println(count);
		Sys.println(o.s);
	}
}
