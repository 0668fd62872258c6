// expect error: 2: `package other;` in parts/Lost.hx should be `package parts;`
import parts.Lost;

class Main {
	static function main() {
		Lost.f();
	}
}
