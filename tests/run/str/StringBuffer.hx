// expect: a12.5truenullxstringsub
// expect: 23
// expect: 1390
class StringBuffer {
	static function main() {
		var b = new StringBuf();
		b.add("a");
		b.add(1);
		b.add(2.5);
		b.add(true);
		b.add(null);
		b.addChar("x".code);
		b.addSub("substring", 3);
		b.addSub("substring", 0, 3);
		Sys.println(b.toString());
		Sys.println(b.length);
		var long = new StringBuf();
		for (i in 0...500)
			long.add(i);
		Sys.println(long.toString().length);
	}
}
