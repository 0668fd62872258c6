// expect error: 9: Too many arguments
enum Shape {
	Circle(r:Float);
}

class ParameterCount {
	static function main() {
		switch (Circle(1)) {
			case Circle(a, b):
		}
	}
}
