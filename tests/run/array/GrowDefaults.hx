// Gaps of basic types hold 0 and false.
// no oracle: the interpreter fills every gap with null
// expect: [0,0,7]
// expect: [0,1.5]
// expect: [false,false,true]
// expect: 0
// expect: 0
// expect: [1,2,0,0]
class GrowDefaults {
	static function main() {
		var a:Array<Int> = [];
		a[2] = 7;
		Sys.println(a);
		var f:Array<Float> = [];
		f[1] = 1.5;
		Sys.println(f);
		var b:Array<Bool> = [];
		b[2] = true;
		Sys.println(b);
		Sys.println(a[10]);
		Sys.println(f[-1]);
		var r = [1, 2];
		r.resize(4);
		Sys.println(r);
	}
}
