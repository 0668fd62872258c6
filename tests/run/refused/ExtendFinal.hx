// expect error: 6: Cannot extend a final class
final class Sealed {
	public function new() {}
}

class ExtendFinal extends Sealed {
	static function main() {}
}
