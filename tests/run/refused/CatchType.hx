// expect error: 6: Catch class parameter must be Dynamic
class CatchType {
	static function main() {
		try {
			throw 1;
		} catch (e:Array<Int>) {}
	}
}
