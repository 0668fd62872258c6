// expect error: 8: Cannot access show in static function
class InstanceFromStatic {
	var n = 1;

	function show() {}

	static function main() {
		show();
	}
}
