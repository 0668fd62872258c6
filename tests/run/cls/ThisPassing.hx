// expect: s:a|s:b|s:c
// expect: true
class Event {
	var log:Array<String>;

	public var source:Source;

	public function new(source:Source, log:Array<String>) {
		this.source = source;
		this.log = log;
	}

	public function note(s:String):Event {
		log.push(source.name + ":" + s);
		return this;
	}
}

class Source {
	public var name:String;

	var log = [];

	public function new(name:String)
		this.name = name;

	public function fire():Event
		return new Event(this, log);

	public function history():String
		return log.join("|");

	public function self():Source
		return this;
}

class ThisPassing {
	static function main() {
		var s = new Source("s");
		s.fire().note("a").note("b");
		s.self().self().fire().note("c");
		Sys.println(s.history());
		Sys.println(s.self() == s);
	}
}
