package deep.inside;

class Teller {
	public function new() {}

	public static function tell()
		trace("in the package");

	public function more(f:Void->Void) {
		f();
		trace("after" + 2);
	}
}
