package sys.net;

import haxe.io.Bytes;
import haxe.io.Error;
import molt.Native.NativeSocket;

/** Sends and receives single messages, without a connection. **/
class UdpSocket extends Socket {
	public function new():Void {
		super();
		socket.close();
		init(NativeSocket.make(true));
	}

	/** May messages go to all machines of the network? **/
	public function setBroadcast(b:Bool):Void {
		socket.setBroadcast(b);
	}

	public function sendTo(buf:Bytes, pos:Int, len:Int, addr:Address):Int {
		var count = try socket.send(buf.getData(), pos, len, addr.host, addr.port) catch (e:Dynamic) throw Error.Custom(e);
		if (count < 0)
			throw Error.Blocked;
		return count;
	}

	/** Waits for a message; `addr` becomes its sender's. **/
	public function readFrom(buf:Bytes, pos:Int, len:Int, addr:Address):Int {
		var from = [0, 0];
		var count = try socket.receive(buf.getData(), pos, len, from) catch (e:Dynamic) throw Error.Custom(e);
		if (count < 0)
			throw Error.Blocked;
		addr.host = from[0];
		addr.port = from[1];
		return count;
	}
}
