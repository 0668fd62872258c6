// import of everything, import with another name, import of static functions.
// expect: Ada
// expect: Ada
// expect: 3
// expect: 7
// expect: HEY!
// expect: ...
// expect: 3.14
import tools.*;
import tools.Names as N;
import tools.Numbers.add;
import tools.Numbers.add as plus;
import tools.Strings.*;

class Main {
	static function main() {
		Sys.println(Names.first());
		Sys.println(N.first());
		Sys.println(add(1, 2));
		Sys.println(plus(3, 4));
		Sys.println(shout("hey"));
		Sys.println(dots(3));
		Sys.println(Numbers.PI3);
	}
}
