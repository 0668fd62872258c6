package sys.io;

import molt.Native.NativeProcess;
import molt.Stdio;

/** The end of the stream, for whoever writes to a process that reads no more. **/
private class ProcessInput extends FileOutputStream {
	override function writeByte(c:Int):Void {
		try {
			super.writeByte(c);
		} catch (e:Dynamic) {
			throw new haxe.io.Eof();
		}
	}

	override function writeBytes(s:haxe.io.Bytes, pos:Int, len:Int):Int {
		try {
			return super.writeBytes(s, pos, len);
		} catch (e:Dynamic) {
			throw new haxe.io.Eof();
		}
	}
}

/** A program that runs beside this one. **/
class Process {
	/** What it writes. **/
	public var stdout(default, null):haxe.io.Input;

	/** What it writes as messages. **/
	public var stderr(default, null):haxe.io.Input;

	/** What it is given to read; its end comes when this is closed. **/
	public var stdin(default, null):haxe.io.Output;

	final process:NativeProcess;

	/** Without `args` the shell reads `cmd`. A `detached` process has no streams and outlives this one. **/
	public function new(cmd:String, ?args:Array<String>, ?detached:Bool):Void {
		process = NativeProcess.start(cmd, args, detached == true);
		if (detached == true)
			return;
		stdin = new ProcessInput(process.pipe(0));
		stdout = new FileInputStream(process.pipe(1));
		stderr = new FileInputStream(process.pipe(2));
	}

	public function getPid():Int {
		return process.id();
	}

	/** 128 and more when a signal ended it; null when it runs and `block` is false. **/
	public function exitCode(block:Bool = true):Null<Int> {
		return process.code(block);
	}

	/** The streams are closed; the process goes on as long as it likes. **/
	public function close():Void {
		if (stdin == null)
			return;
		stdin.close();
		stdout.close();
		stderr.close();
	}

	public function kill():Void {
		process.kill();
	}
}
