// expect error: 13: Field put cannot be accessed for reading
class Sink {
	public var put(never, set):Int;

	public function new() {}

	function set_put(v:Int)
		return v;
}

class ReadNever {
	static function main() {
		Sys.println(new Sink().put);
	}
}
