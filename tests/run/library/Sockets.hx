// expect: Sockets.hx:102: 16777343 127.0.0.1 127.0.0.1 true
// expect: Sockets.hx:103: 127.0.0.1
// expect: Sockets.hx:104: Could not resolve host there.is.no.such.host.invalid
// expect: Sockets.hx:32: 127.0.0.1 true
// expect: Sockets.hx:46: true
// expect: Sockets.hx:50: grüße 123456
// expect: Sockets.hx:51: rest
// expect: Sockets.hx:52: end
// expect: Sockets.hx:56: Custom
// expect: Sockets.hx:64: Blocked
// expect: Sockets.hx:71: Blocked
// expect: Sockets.hx:73: 0 mine []
// expect: Sockets.hx:77: 1 true 33
// expect: Sockets.hx:79: true
// expect: Sockets.hx:82: refused
// expect: Sockets.hx:93: 8
// expect: Sockets.hx:95: 8 datagram
// expect: Sockets.hx:96: 127.0.0.1 true true true
// no oracle: the interpreter has no datagrams and no way not to wait
import haxe.io.*;
import sys.net.*;
import sys.thread.*;

class Sockets {
	static var local = new Host("127.0.0.1");

	static function streams() {
		var server = new Socket();
		server.bind(local, 0);
		server.listen(4);
		var port = server.host().port;
		trace(server.host().host.toString() + " " + (port > 0));
		var done = new Lock();
		Thread.create(() -> {
			var client = server.accept();
			client.output.bigEndian = client.input.bigEndian = true;
			var n = client.input.readInt32();
			client.output.writeString(client.input.readLine() + " " + n + "\n");
			client.write("rest");
			client.close();
			done.release();
		});
		var client = new Socket();
		client.setFastSend(true);
		client.connect(local, port);
		trace(client.peer().port == port);
		client.output.bigEndian = true;
		client.output.writeInt32(123456);
		client.write("grüße\n");
		trace(client.input.readLine());
		trace(client.read());
		try client.input.readByte() catch (e:Eof) trace("end");
		done.wait();
		client.close();
		server.close();
		try client.write("x") catch (e:Error) trace(e.getName());
	}

	static function waiting() {
		var server = new Socket();
		server.bind(local, 0);
		server.listen(1);
		server.setBlocking(false);
		try server.accept() catch (e:Error) trace(e);
		server.setBlocking(true);
		var client = new Socket();
		client.connect(local, server.host().port);
		var other = server.accept();
		other.custom = "mine";
		other.setTimeout(0.01);
		try other.input.readByte() catch (e:Error) trace(e);
		var ready = Socket.select([other], [other], null, 0.01);
		trace(ready.read.length + " " + ready.write[0].custom + " " + ready.others);
		client.write("!");
		other.waitForRead();
		ready = Socket.select([server, other], null, null, 1);
		trace(ready.read.length + " " + (ready.read[0] == other) + " " + other.input.readByte());
		client.shutdown(false, true);
		trace(other.read() == "");
		for (s in [client, other, server])
			s.close();
		try new Socket().connect(local, 1) catch (e:Dynamic) trace("refused");
	}

	static function datagrams() {
		var a = new UdpSocket(), b = new UdpSocket();
		a.bind(local, 0);
		b.bind(local, 0);
		var to = new Address(), from = new Address();
		to.host = local.ip;
		to.port = b.host().port;
		var message = Bytes.ofString("..datagram..");
		trace(a.sendTo(message, 2, 8, to));
		var into = Bytes.alloc(20);
		trace(b.readFrom(into, 1, 19, from) + " " + into.getString(1, 8));
		trace(from.getHost().toString() + " " + (from.port == a.host().port) + " " + (from.compare(to) != 0) + " " + (from.clone().port == from.port));
		a.close();
		b.close();
	}

	static function main() {
		trace(local.ip + " " + local + " " + local.host + " " + (Host.localhost() != ""));
		trace(new Host("localhost").toString());
		try new Host("there.is.no.such.host.invalid") catch (e:Dynamic) trace(e);
		streams();
		waiting();
		datagrams();
	}
}
