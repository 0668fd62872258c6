// expect error: 12: Expected expression
// expect error: 13: Unexpected {
// expect error: 14: Unexpected ;
// expect error: 15: Unexpected 1
// expect error: 16: Invalid argument name
// expect error: 17: Metadata on arrow function arguments is not allowed
// expect error: 18: Unexpected ->
// expect error: 19: Expected type parameter
class Functions {
	static function main() {
		f();
		var a = function() ;
		var b = function(x {};
		var c = (a, b);
		var d = (a:Int, b) 1;
		var e = this -> 1;
		var g = (a, @:m b) -> 1;
		var h = 1 -> 2;
		function i<>(x) {}
		var good = (a, ?b:Int, c = 1) -> () -> x -> { x; };
	}
}
