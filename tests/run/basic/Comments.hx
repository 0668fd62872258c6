// expect: 3
// expect: /* not a comment */ // nor this
// expect: code after a comment
/* A block comment
   over lines. */
class Comments {
	// a line comment
	static function main(/* nothing */) {
		var a = 1; // after code
		var b = /* inside */ 2;
		/** a documentation comment **/
		Sys.println(a + /* here */ b);
		Sys.println("/* not a comment */ // nor this");
		/* // */ Sys.println("code after a comment");
		//Sys.println("not run");
	}
}
