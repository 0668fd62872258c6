// expect error: 2: Recursive class
class A extends B {}
class B extends A {}

class CyclicInheritance {
	static function main() {
		var a:A = null;
	}
}
