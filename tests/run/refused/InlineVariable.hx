// expect error: 3: Inline variable initialization must be a constant value
class InlineVariable {
	static inline var LIST = Sys.args();

	static function main() {}
}
