// expect: [Bo(18),Abe(25),Cleo(30),Dora(41)]
// expect: [Abe(25),Bo(18),Cleo(30),Dora(41)]
// expect: [Bo(18),Abe(25),Dora(41),Cleo(30)]
class Person {
	public var name:String;
	public var age:Int;

	public function new(name, age) {
		this.name = name;
		this.age = age;
	}

	public function toString()
		return name + "(" + age + ")";
}

class SortObjects {
	static function main() {
		var people = [
			new Person("Cleo", 30),
			new Person("Abe", 25),
			new Person("Dora", 41),
			new Person("Bo", 18)
		];
		people.sort((a, b) -> a.age - b.age);
		Sys.println(people);
		people.sort((a, b) -> a.name < b.name ? -1 : 1);
		Sys.println(people);
		people.sort(function(a, b) {
			var d = a.name.length - b.name.length;
			return d != 0 ? d : b.age - a.age;
		});
		Sys.println(people);
	}
}
