// A class without a constructor takes the one of its superclass; its own initialisers still run.
// expect: a!
// expect: b?
// expect: c?3
// expect: 2
class A {
	public var text:String;

	public function new(text:String) {
		this.text = text + extra();
	}

	function extra():String {
		return "!";
	}
}

class B extends A {
	var suffix = "?";

	override function extra():String {
		return suffix;
	}
}

class C extends B {
	public var list = [1, 2];
}

class InheritedConstructor {
	static function main() {
		Sys.println(new A("a").text);
		Sys.println(new B("b").text);
		var c = new C("c");
		c.list.push(3);
		Sys.println(c.text + c.list.length);
		Sys.println(new C("d").list.length);
	}
}
