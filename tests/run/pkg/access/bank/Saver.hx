package bank;

class Saver extends Account {
	public function save(n:Int)
		change(n * 2);
}
