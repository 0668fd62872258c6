// expect: abbcc
// expect: [1,2]
class VoidFunctions {
	static var log = "";

	static function note(s:String):Void
		log += s;

	static function main() {
		var f:String->Void = note;
		f("a");
		f = s -> note(s + s);
		f("b");
		var g:Void->Void = () -> note("c");
		g();
		// a function with a result serves where none is wanted
		var list = [1];
		var h:Int->Void = function(x) list.push(x);
		h(2);
		var noted = [1, 2, 3].length > 2 ? g : null;
		if (noted != null)
			noted();
		Sys.println(log);
		Sys.println(list);
	}
}
