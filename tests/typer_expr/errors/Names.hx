class Names {
	static function main() {
		foo;
		foo();
		foo.bar();
		Foo.bar();
		new Foo();
		var z:Foo;
		haxe.Foo.bar();
		haxe.foo;
		if (unknown) {}
		this;
		super.foo();
		super();
		break;
		continue;
		for (i in 0...3) {
			function() break;
		}
	}
}
