package sys.net;

import haxe.io.Bytes;
import haxe.io.Eof;
import haxe.io.Error;
import molt.Native.NativeSocket;

private class SocketOutput extends haxe.io.Output {
	final socket:NativeSocket;

	public function new(socket:NativeSocket) {
		this.socket = socket;
	}

	override function writeByte(c:Int):Void {
		var one = Bytes.alloc(1);
		one.set(0, c);
		writeBytes(one, 0, 1);
	}

	override function writeBytes(s:Bytes, pos:Int, len:Int):Int {
		if (pos < 0 || len < 0 || len > s.length - pos)
			throw Error.OutsideBounds;
		var count = try socket.send(s.getData(), pos, len, 0, 0) catch (e:Dynamic) throw Error.Custom(e);
		if (count < 0)
			throw Error.Blocked;
		return count;
	}

	override function close():Void {
		socket.close();
	}
}

private class SocketInput extends haxe.io.Input {
	final socket:NativeSocket;

	public function new(socket:NativeSocket) {
		this.socket = socket;
	}

	override function readByte():Int {
		var one = Bytes.alloc(1);
		readBytes(one, 0, 1);
		return one.get(0);
	}

	override function readBytes(s:Bytes, pos:Int, len:Int):Int {
		if (pos < 0 || len < 0 || len > s.length - pos)
			throw Error.OutsideBounds;
		if (len == 0)
			return 0;
		var count = try socket.receive(s.getData(), pos, len, null) catch (e:Dynamic) throw Error.Custom(e);
		if (count < 0)
			throw Error.Blocked;
		if (count == 0)
			throw new Eof();
		return count;
	}

	override function close():Void {
		socket.close();
	}
}

/** A connection to another program, or what waits for such connections. **/
class Socket {
	public var input(default, null):haxe.io.Input;
	public var output(default, null):haxe.io.Output;

	/** Whatever the program likes to keep with it. **/
	public var custom:Dynamic;

	var socket:NativeSocket;

	public function new():Void {
		init(NativeSocket.make(false));
	}

	function init(socket:NativeSocket):Void {
		this.socket = socket;
		input = new SocketInput(socket);
		output = new SocketOutput(socket);
	}

	public function close():Void {
		socket.close();
	}

	/** All up to the end. **/
	public function read():String {
		return input.readAll().toString();
	}

	public function write(content:String):Void {
		output.writeString(content);
	}

	public function connect(host:Host, port:Int):Void {
		if (!socket.connect(host.ip, port))
			throw Error.Blocked;
	}

	public function listen(connections:Int):Void {
		socket.listen(connections);
	}

	public function shutdown(read:Bool, write:Bool):Void {
		socket.shutdown(read, write);
	}

	public function bind(host:Host, port:Int):Void {
		socket.bind(host.ip, port);
	}

	/** Waits for a connection. **/
	public function accept():Socket {
		var accepted = socket.accept();
		if (accepted == null)
			throw Error.Blocked;
		var made:Socket = Type.createEmptyInstance(Socket);
		made.init(accepted);
		return made;
	}

	/** The other side. **/
	public function peer():{host:Host, port:Int} {
		return end(true);
	}

	/** This side. **/
	public function host():{host:Host, port:Int} {
		return end(false);
	}

	function end(other:Bool):{host:Host, port:Int} {
		var name = socket.name(other);
		return {host: @:privateAccess Host.ofAddress(name[0]), port: name[1]};
	}

	/** What takes longer throws `Blocked`. **/
	public function setTimeout(timeout:Float):Void {
		socket.setTimeout(timeout);
	}

	/** Waits until something can be read. **/
	public function waitForRead():Void {
		select([this], null, null);
	}

	/** Without blocking, whatever would have to wait throws `Blocked`. **/
	public function setBlocking(b:Bool):Void {
		socket.setBlocking(b);
	}

	/** Is everything sent at once, however short it is? **/
	public function setFastSend(b:Bool):Void {
		socket.setFast(b);
	}

	/** Waits until one of the sockets is ready, `timeout` seconds at most; those that are. **/
	public static function select(read:Array<Socket>, write:Array<Socket>, others:Array<Socket>,
			?timeout:Float):{read:Array<Socket>, write:Array<Socket>, others:Array<Socket>} {
		var lists = [read, write, others], sockets = [], wanted = [];
		for (i in 0...3) {
			if (lists[i] == null)
				continue;
			for (socket in lists[i]) {
				sockets.push(socket.socket);
				wanted.push(1 << i);
			}
		}
		NativeSocket.select(sockets, wanted, timeout == null ? -1 : timeout);
		var next = 0;
		inline function ready(list:Array<Socket>):Array<Socket> {
			return list == null ? [] : [for (socket in list) if (wanted[next++] != 0) socket];
		}
		var readable = ready(read), writable = ready(write);
		return {read: readable, write: writable, others: ready(others)};
	}
}
