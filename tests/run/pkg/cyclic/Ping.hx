class Ping {
	public var other:Pong;

	public function new(other)
		this.other = other;

	public static function hit(n:Int):String
		return n == 0 ? "end" : "ping " + Pong.hit(n - 1);
}
