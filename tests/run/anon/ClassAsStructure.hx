// An object may be used as a structure that asks for some of its fields.
// expect: 31
// expect: Ann greets you
// expect: Beth
// expect: hi you
class Person {
	public var name:String;
	public var age:Int;

	public function new(name, age) {
		this.name = name;
		this.age = age;
	}

	public function greet(other:String):String
		return name + " greets " + other;
}

class ClassAsStructure {
	static function older(p:{var age:Int;}):Void
		p.age++;

	static function call(g:{function greet(other:String):String;}):String
		return g.greet("you");

	static function main() {
		var p = new Person("Ann", 30);
		older(p);
		Sys.println(p.age);
		Sys.println(call(p));
		var s:{name:String} = p;
		s.name = "Beth";
		Sys.println(p.name);
		Sys.println(call({greet: o -> "hi " + o}));
	}
}
