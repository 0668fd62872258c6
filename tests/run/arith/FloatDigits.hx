// no oracle: the interpreter prints up to 18 digits, a Float is written in the fewest digits that read back
// expect: 0.30000000000000004
// expect: 0.3333333333333333
// expect: 0.6666666666666666
// expect: 1.1
// expect: 2.220446049250313e-16
// expect: 3.141592653589793
// expect: 5e-324
// expect: 1.7976931348623157e+308
// expect: 123456789.12345679
class FloatDigits {
	static function main() {
		Sys.println(0.1 + 0.2);
		Sys.println(1 / 3);
		Sys.println(2 / 3);
		Sys.println(1.1);
		Sys.println(2.220446049250313e-16);
		Sys.println(Math.PI);
		Sys.println(5e-324);
		Sys.println(1.7976931348623157e308);
		Sys.println(123456789.123456789);
	}
}
