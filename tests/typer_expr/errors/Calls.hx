class Calls {
	static function q()
		return 1;

	static function main() {
		var s = "";
		s();
		5();
		Calls();
		q.foo();
		var e:Enum<Dynamic> = null;
		new Calls();
		new String();
	}
}
