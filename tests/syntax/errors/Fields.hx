// expect error: 13: Unexpected ;
// expect error: 14: Unexpected ;
// expect error: 15: Unexpected )
// expect error: 16: Unexpected ;
// expect error: 17: Unexpected b
// expect error: 18: Unexpected ;
// expect error: 19: Missing ;
// expect error: 21: Expected }
// expect error: 22: Unexpected }
// expect error: 26: ?var syntax is only allowed in structures
// expect error: 30: Unexpected class
class Fields {
	var ;
	function ;
	var a(get):Int;
	var b(get, set ;
	function c(a b) {}
	function d( ;
	public var e:Int static var f:Int;
	function good() {}
	junk
	static }

class MoreFields {
	var good:Int;
	var ?optional:Int;
	function also() {
		return 1;
	}
	var class:Int;
	public function last() {}
}
