// expect: Rex 4
// expect: spider 8 16
// expect: spider 16
class Animal {
	public var name:String;
	public var legs:Int;

	public function new(name:String, legs:Int = 4) {
		this.name = name;
		this.legs = legs;
	}
}

class Dog extends Animal {
	public function new(name:String) {
		super(name);
	}
}

class Spider extends Animal {
	public var webs = 0;

	public function new() {
		super("spider", 8);
		webs = legs * 2;
	}
}

class Silent extends Spider {} // inherits the constructor

class SuperConstructor {
	static function main() {
		var d = new Dog("Rex");
		Sys.println(d.name + " " + d.legs);
		var s = new Spider();
		Sys.println(s.name + " " + s.legs + " " + s.webs);
		var t = new Silent();
		Sys.println(t.name + " " + t.webs);
	}
}
