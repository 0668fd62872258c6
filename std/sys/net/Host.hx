package sys.net;

/** A machine of the network by name or address. **/
class Host {
	/** The name that was given. **/
	public var host(default, null):String;

	/** Its address, in network order. **/
	public var ip(default, null):Int;

	/** Throws when there is no machine of that name. **/
	public function new(name:String):Void {
		host = name;
		ip = resolve(name);
	}

	/** The address in decimal. **/
	public function toString():String {
		return text(ip);
	}

	/** The name that belongs to the address. **/
	public function reverse():String {
		return nameOf(ip);
	}

	/** The name of this machine. **/
	@:molt.native("molt_host_local")
	public static function localhost():String;

	@:molt.native("molt_host_resolve")
	static function resolve(name:String):Int;

	@:molt.native("molt_host_text")
	static function text(ip:Int):String;

	@:molt.native("molt_host_reverse")
	static function nameOf(ip:Int):String;

	static function ofAddress(ip:Int):Host {
		var host:Host = Type.createEmptyInstance(Host);
		host.host = text(ip);
		host.ip = ip;
		return host;
	}
}
