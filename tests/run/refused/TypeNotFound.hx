// expect error: 3: Type not found : Missing
class TypeNotFound {
	static function f(x:Missing):Void {}

	static function main() {}
}
