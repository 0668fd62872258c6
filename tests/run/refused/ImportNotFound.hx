// expect error: 2: Type not found : nowhere.Thing
import nowhere.Thing;

class ImportNotFound {
	static function main() {}
}
