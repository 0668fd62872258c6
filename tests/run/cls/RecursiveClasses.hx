// Classes of one file that refer to each other.
// expect: [a,c]
// expect: true
class Parent {
	public var children:Array<Child> = [];

	public function new() {}

	public function make(name:String):Child {
		var c = new Child(this, name);
		children.push(c);
		return c;
	}
}

class Child {
	public var parent:Parent;
	public var name:String;

	public function new(parent:Parent, name:String) {
		this.parent = parent;
		this.name = name;
	}

	public function siblings():Array<String> {
		return [for (c in parent.children) if (c != this) c.name];
	}
}

class RecursiveClasses {
	static function main() {
		var p = new Parent();
		p.make("a");
		var b = p.make("b");
		p.make("c");
		Sys.println(b.siblings());
		Sys.println(b.parent.children[0].parent == p);
	}
}
