// expect: EnumAbstractText.hx:45: high:highhighhighhigh
// expect: EnumAbstractText.hx:46: high
// expect: EnumAbstractText.hx:48: maybe low
// expect: EnumAbstractText.hx:50: maybe null
// expect: EnumAbstractText.hx:52: null nullnamed 4
// expect: EnumAbstractText.hx:54: a listed 2 listed 2
// expect: EnumAbstractText.hx:55: Element
// expect: EnumAbstractText.hx:57: stack
// expect: Called from A.b
// expect: Called from a C function
import haxe.CallStack;

enum abstract Level(Int) {
	var Low = 0;
	var High = 6;

	public function toString():String
		return switch (cast this : Level) {
			case Low: "low";
			case High: "high";
		}
}

@:using(EnumAbstractText.Listed)
abstract Listed(Array<Int>) from Array<Int> {
	public static function toString(list:Listed):String
		return "listed " + list.count();

	public function count()
		return this.length;
}

abstract Named(String) from String {
	public function new(name)
		this = name;

	function toString():String
		return "named " + this.length;
}

class EnumAbstractText {
	static function main() {
		var level = Level.High, text = "";
		text += level;
		trace(level + ":" + level + '$level' + text + Std.string(level));
		trace(level);
		var none:Null<Level> = Low;
		trace("maybe " + none);
		none = null;
		trace("maybe " + none);
		var nobody:Named = null;
		trace('$nobody ' + nobody + new Named("some"));
		var list:Listed = [1, 2];
		trace("a " + list + ' $list');
		trace(Xml.createElement("a").nodeType + "");
		var stack:CallStack = [Method("A", "b"), CFunction];
		trace("stack" + stack);
	}
}
