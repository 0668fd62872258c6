import game.world.Level;

class Main {
	static function main() {
		var l = new Level();
		for (i in 0...20000) {
			Sys.println(l.enter());
			Sys.sleep(0.005);
		}
	}
}
