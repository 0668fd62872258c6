package bank;

class Auditor {
	public static function look(a:Account):Int
		return a.total + 1;
}
