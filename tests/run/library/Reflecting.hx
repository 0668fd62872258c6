class Animal {
	public static var count = 3;
	public static function make(name:String):Animal return new Animal(name, 4);
	public var name:String;
	public var legs:Int;
	public function new(name:String, legs:Int) { this.name = name; this.legs = legs; }
	public function speak(times:Int):String { var s = name; for (i in 1...times) s += name; return s; }
}
class Dog extends Animal {
	override public function speak(times:Int):String return "dog " + super.speak(times);
}
enum Shape { Dot; Circle(r:Float); }
class Reflecting {
	static function total(list:Iterable<Int>) { var sum = 0; for (x in list) sum += x; return sum; }
	static function all<T>(it:Iterator<T>) { var r = []; while (it.hasNext()) r.push(it.next()); return r; }
	static function main() {
		trace(total([1, 2, 3]));
		trace(all(["a", "b"].iterator()));
		var d:Dynamic = "hello";
		trace(d.toUpperCase());
		trace(d.indexOf("l"));
		trace(d.length);
		var a:Dynamic = [3, 1, 2];
		a.push(7);
		trace(a.length + a.join("-"));
		var f = a.concat;
		trace(f([9]));
		trace(Reflect.callMethod(a, Reflect.field(a, "indexOf"), [7]));
		var dog:Dynamic = new Dog("rex", 4);
		trace(dog.speak(2) + dog.legs);
		trace(Reflect.callMethod(dog, Reflect.field(dog, "speak"), [1]));
		var c:Dynamic = Animal;
		trace(c.count);
		c.count = 5;
		trace(Animal.count);
		trace(c.make("bee").name);
		var made = Type.createInstance(Dog, ["lassie", 4]);
		trace(made.name + made.speak(1));
		var k = Type.resolveClass("Dog");
		trace(Type.getClassName(k) + (k == Dog));
		trace(Type.resolveClass("Unknown"));
		var names = Type.getClassFields(Animal); names.sort(Reflect.compare); trace(names);
		var names = Type.getInstanceFields(Dog); names.sort(Reflect.compare); trace(names);
		trace(Reflect.hasField(dog, "name") && Reflect.isFunction(dog.speak));
		trace(Type.createEnum(Shape, "Circle", [2.5]));
		var make = (Reflect.field(Shape, "Circle") : Dynamic);
		trace(make(1.5));
		trace([Lambda.map([1, 2], x -> x * 2).length, Lambda.count("abc".split(""))]);
		var s:Dynamic = 12; var t:String = Std.string(s); trace(t + 1);
	}
}
