// expect: 1 2.5 str true
// expect: 2 5
// expect: 12.5str
// expect: string
// expect: cost: $5, $1
// expect: nested inner 1
// expect: positive
// expect: no $interpolation in ${double} quotes
// expect: my field is FIELD
// expect: [0,1,2]
// expect: a $ b
// expect: ${a}
// expect: 25
// expect: line
// expect: 1
class Interpolation {
	var name = "field";

	function new() {}

	function show():String
		return 'my $name is ${this.name.toUpperCase()}';

	static function main() {
		var a = 1, b = 2.5, s = "str", t = true;
		Sys.println('$a $b $s $t');
		Sys.println('${a + 1} ${b * 2}');
		Sys.println('$a$b$s');
		Sys.println('${s}ing');
		Sys.println('cost: $$5, $$$a');
		Sys.println('${"nested " + 'inner $a'}');
		Sys.println('${a > 0 ? "positive" : "negative"}');
		Sys.println("no $interpolation in ${double} quotes");
		Sys.println(new Interpolation().show());
		Sys.println('${[for (i in 0...3) i]}');
		Sys.println('a $ b');
		Sys.println('$' + '{a}');
		Sys.println('${{ var x = 5; x * x; }}');
		Sys.println('line
$a');
	}
}
