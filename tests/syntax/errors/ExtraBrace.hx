// expect error: 6: Unexpected }
class ExtraBrace {
	static function main() {
		trace(1);
	}}
}

class After {}
