package sys.io;

import haxe.io.Bytes;
import molt.Native.NativeFile;

/** Whole files, and files as streams. What cannot be done throws. **/
class File {
	/** As text in UTF-8. **/
	public static function getContent(path:String):String {
		return getBytes(path).toString();
	}

	public static function saveContent(path:String, content:String):Void {
		saveBytes(path, Bytes.ofString(content));
	}

	public static function getBytes(path:String):Bytes {
		var file = try NativeFile.open(path, 0) catch (e:Dynamic) throw 'Could not read file $path';
		var bytes = Bytes.ofData(file.readRest());
		file.close();
		return bytes;
	}

	public static function saveBytes(path:String, bytes:Bytes):Void {
		var file = NativeFile.open(path, 1);
		file.write(bytes.getData(), 0, bytes.length);
		file.close();
	}

	public static function read(path:String, binary:Bool = true):FileInput {
		return new FileInput(NativeFile.open(path, 0));
	}

	/** What the file held is gone. **/
	public static function write(path:String, binary:Bool = true):FileOutput {
		return new FileOutput(NativeFile.open(path, 1));
	}

	/** All is written at the end. **/
	public static function append(path:String, binary:Bool = true):FileOutput {
		return new FileOutput(NativeFile.open(path, 2));
	}

	/** Writes over what the file holds, from its beginning unless `seek` says otherwise. **/
	public static function update(path:String, binary:Bool = true):FileOutput {
		return new FileOutput(NativeFile.open(path, 3));
	}

	public static function copy(srcPath:String, dstPath:String):Void {
		var from = read(srcPath), into = write(dstPath);
		into.writeInput(from, 1 << 16);
		from.close();
		into.close();
	}
}
