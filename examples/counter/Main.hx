/**
	A loop that never ends and prints what a counter says. Start it with

		molt dev examples/counter/Main.hx

	then change `increment` or `describe` in Counter.hx and save: the running loop goes on with the new code and the old count.
**/
class Main {
	static function main() {
		var counter = new Counter();
		while (true) {
			counter.increment();
			Sys.println(counter.describe());
			Sys.sleep(0.25);
		}
	}
}
