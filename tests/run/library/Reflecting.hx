// expect: Reflecting.hx:40: 6
// expect: Reflecting.hx:41: [a,b]
// expect: Reflecting.hx:43: HELLO
// expect: Reflecting.hx:44: 2
// expect: Reflecting.hx:45: 5
// expect: Reflecting.hx:48: 43-1-2-7
// expect: Reflecting.hx:50: [3,1,2,7,9]
// expect: Reflecting.hx:51: 3
// expect: Reflecting.hx:53: dog rexrex4
// expect: Reflecting.hx:54: dog rex
// expect: Reflecting.hx:56: 3
// expect: Reflecting.hx:58: 5
// expect: Reflecting.hx:59: bee
// expect: Reflecting.hx:61: lassiedog lassie
// expect: Reflecting.hx:63: Dogtrue
// expect: Reflecting.hx:64: null
// expect: Reflecting.hx:65: [count,make]
// expect: Reflecting.hx:66: [legs,name,speak]
// expect: Reflecting.hx:67: true
// expect: Reflecting.hx:68: Circle(2.5)
// expect: Reflecting.hx:70: Circle(1.5)
// expect: Reflecting.hx:71: [2,3]
// expect: Reflecting.hx:72: 121
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
