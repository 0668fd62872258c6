// expect error: 7: Unexpected )
// expect error: 8: Unexpected 1
// expect error: 9: Missing ;
// expect error: 13: Unexpected b
enum Enums {
	Good;
	A(x);
	1;
	B(x:Int) C;
	D(?x:Int, y:String):Enums;
}
enum More {
	A(a:Int b:Int);
	B;
}
