class Inferred {
	var log = [];
	var later = null;

	static var all = [];

	function new() {}

	function count()
		return log.length;

	function list()
		return log;

	function add() {
		log.push("a");
		later = 5;
		all.push(1.5);
	}

	static function main() {
		var i = new Inferred();
		i.add();
		var strings:Array<String> = i.log;
		var floats:Array<Float> = all;
		var number:Int = i.later;
		var same:Array<String> = i.list();
	}
}
