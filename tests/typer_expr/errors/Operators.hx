class Operators {
	static function nothing():Void {}

	static function main() {
		1 == "a";
		var a = new Array<Int>();
		a == "x";
		a < a;
		a + a;
		a + 1;
		1.5 & 1;
		"a" && true;
		!"a";
		~"a";
		-"a";
		true && 1;
		1 && true;
		true + true;
		true < false;
		-true;
		"a" > 1;
		"a" - 1;
		1 + nothing();
		if ("a") {}
		if (1) {}
		while (1) {}
		1 => 2;
		"ab".code;
	}
}
