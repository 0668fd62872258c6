// expect: EnumAbstractText.hx:34: high:highhighhighhigh
// expect: EnumAbstractText.hx:35: high
// expect: EnumAbstractText.hx:37: maybe low
// expect: EnumAbstractText.hx:39: a listed 2 listed 2
// expect: EnumAbstractText.hx:40: Element
// expect: EnumAbstractText.hx:42: stack
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

abstract Listed(Array<Int>) from Array<Int> {
	public static function toString(list:Listed):String
		return "listed " + list.count();

	public function count()
		return this.length;
}

class EnumAbstractText {
	static function main() {
		var level = Level.High, text = "";
		text += level;
		trace(level + ":" + level + '$level' + text + Std.string(level));
		trace(level);
		var none:Null<Level> = Low;
		trace("maybe " + none);
		var list:Listed = [1, 2];
		trace("a " + list + ' $list');
		trace(Xml.createElement("a").nodeType + "");
		var stack:CallStack = [Method("A", "b"), CFunction];
		trace("stack" + stack);
	}
}
