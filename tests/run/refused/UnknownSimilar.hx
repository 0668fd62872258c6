// A local name of another scope is not known.
// expect error: 8: Unknown identifier : inner
class UnknownSimilar {
	static function main() {
		{
			var inner = 1;
		}
		var x = inner + 1;
	}
}
