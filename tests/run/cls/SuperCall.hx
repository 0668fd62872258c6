// super.method calls the inherited body, not the override.
// expect: A.
// expect: BAb.
// expect: BAb.
// expect: DBAb.b.
class A {
	public function new() {}

	public function text():String {
		return "A" + tail();
	}

	public function tail():String {
		return ".";
	}
}

class B extends A {
	override public function text():String {
		return "B" + super.text();
	}

	override public function tail():String {
		return "b" + super.tail();
	}
}

class C extends B {}

class D extends C {
	override public function text():String {
		return "D" + super.text() + super.tail();
	}
}

class SuperCall {
	static function main() {
		Sys.println(new A().text());
		Sys.println(new B().text());
		Sys.println(new C().text());
		Sys.println(new D().text());
	}
}
