package bank;

class Account {
	@:allow(bank.Auditor) var total = 100;

	public function new() {}

	private function change(n:Int)
		total += n;

	public function show()
		return "total " + total;
}
