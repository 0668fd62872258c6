// expect: tab[	]
// expect: quote " and '
// expect: quote ' and "
// expect: back\slash
// expect: two
// expect: lines
// expect: Az
// expect: B
// expect: C
// expect: 4
// expect: dollar $ stays $name
// expect: one $ dollar
// expect: a
// expect: b
class StringEscapes {
	static function main() {
		Sys.println("tab[\t]");
		Sys.println("quote \" and '");
		Sys.println('quote \' and "');
		Sys.println("back\\slash");
		Sys.println("two\nlines");
		Sys.println("\x41\x7a");
		Sys.println("\u0042");
		Sys.println("\u{43}");
		Sys.println("nul".length + "\000".length);
		Sys.println("dollar $ stays $name");
		Sys.println('one $$ dollar');
		Sys.println("a
b");
	}
}
