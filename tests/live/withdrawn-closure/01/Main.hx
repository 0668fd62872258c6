class Main {
	static function main() {
		var count = 0;
		var next = () -> {
			count++;
			if (count > 0) throw new haxe.Exception("broken");
			return "fine " + count % 2;
		};
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println(next());
			Sys.sleep(0.005);
		}
	}
}
