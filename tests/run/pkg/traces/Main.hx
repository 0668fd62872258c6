// trace names the file where it stands.
// expect: Main.hx:10: main
// expect: deep/inside/Teller.hx:7: in the package
// expect: Main.hx:12: a closure of main
// expect: deep/inside/Teller.hx:11: after2
import deep.inside.Teller;

class Main {
	static function main() {
		trace("main");
		Teller.tell();
		new Teller().more(() -> trace("a closure of main"));
	}
}
