// Objects kept alive only through each other, many times over.
// expect: 320000
class Link {
	public var other:Link;
	public var payload:Array<Int>;

	public function new(n:Int) {
		payload = [n, n + 1, n + 2];
	}
}

class StructuralReuse {
	static function ring(n:Int):Link {
		var first = new Link(0);
		var last = first;
		for (i in 1...n) {
			var l = new Link(i);
			last.other = l;
			last = l;
		}
		last.other = first;
		return first;
	}

	static function main() {
		var sum = 0;
		for (round in 0...200) {
			var l = ring(50);
			for (i in 0...75) {
				sum += l.payload[i % 3];
				l = l.other;
			}
		}
		Sys.println(sum);
	}
}
