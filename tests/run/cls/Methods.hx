// expect: Ada: 0
// expect: Ada: 15.5
// expect: false
// expect: true
// expect: Ada: 12.5
class Account {
	var balance:Float = 0;
	var owner:String;

	public function new(owner:String) {
		this.owner = owner;
	}

	public function deposit(amount:Float):Account {
		balance += amount;
		return this;
	}

	public function withdraw(amount:Float):Bool {
		if (amount > balance)
			return false;
		balance -= amount;
		return true;
	}

	public function show():Void {
		Sys.println(describe());
	}

	function describe():String {
		return owner + ": " + balance;
	}
}

class Methods {
	static function main() {
		var a = new Account("Ada");
		a.show();
		a.deposit(10).deposit(5.5).show();
		Sys.println(a.withdraw(100));
		Sys.println(a.withdraw(3));
		a.show();
	}
}
