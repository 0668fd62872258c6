// Types of the own package and of enclosing packages need no import.
// expect: one: global player after 6
// expect: global
import game.world.Level;

class Main {
	static function main() {
		var l = new Level("one");
		l.enter();
		l.enter();
		Sys.println(l.report());
		Sys.println(Global.NAME);
	}
}
