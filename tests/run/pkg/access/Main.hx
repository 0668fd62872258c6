// private members are open to subclasses; @:allow and @:access open them further.
// expect: total 110
// expect: 111
// expect: 110
import bank.Account;
import bank.Saver;

class Main {
	static function main() {
		var s = new Saver();
		s.save(5);
		Sys.println(s.show());
		Sys.println(bank.Auditor.look(s));
		var a:Account = s;
		Sys.println(@:privateAccess a.total);
	}
}
