class Pong {
	public var n:Int;

	public function new(n)
		this.n = n;

	public static function hit(n:Int):String
		return n == 0 ? "end" : "pong " + Ping.hit(n - 1);

	public function partner():Ping
		return new Ping(this);
}
