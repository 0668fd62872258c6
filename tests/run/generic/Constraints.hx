// expect: blue
interface Scored {
	function score():Int;
}

class Team implements Scored {
	var points:Int;

	public var name:String;

	public function new(name, points) {
		this.name = name;
		this.points = points;
	}

	public function score()
		return points;
}

class Constraints {
	static function best<T:Scored>(all:Array<T>):T {
		var b = all[0];
		for (x in all)
			if (x.score() > b.score())
				b = x;
		return b;
	}

	static function main() {
		Sys.println(best([new Team("red", 3), new Team("blue", 8), new Team("green", 5)]).name);
	}
}
