// expect error: 7: Object requires field y
class MissingField {
	static function f(p:{x:Int, y:Int}):Int
		return p.x + p.y;

	static function main() {
		f({x: 1});
	}
}
