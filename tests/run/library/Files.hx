// expect: Files.hx:61: [true,true,true,true,false]
// expect: Files.hx:62: true false
// expect: Files.hx:64: false
// expect: Files.hx:67: [a,f]
// expect: Files.hx:69: 7 1 true true 11
// expect: Files.hx:70: true
// expect: Files.hx:71: /x/../y true
// expect: Files.hx:73: false true
// expect: Files.hx:53: read missing throws
// expect: Files.hx:53: read directory throws
// expect: Files.hx:53: write nowhere throws
// expect: Files.hx:53: rename throws
// expect: Files.hx:53: delete missing throws
// expect: Files.hx:53: delete full throws
// expect: Files.hx:53: list file throws
// expect: Files.hx:53: list missing throws
// expect: Files.hx:53: stat missing throws
// expect: Files.hx:53: full missing throws
// expect: Files.hx:53: create in file throws
// expect: Files.hx:53: copy missing throws
// expect: Files.hx:96: 13 13
// expect: Files.hx:99: 1
// expect: Files.hx:101: 090000013ff8000000000000c8
// expect: Files.hx:103: 9 1 false
// expect: Files.hx:106: 1.5 false 200 false
// expect: Files.hx:107: end
// expect: Files.hx:108: true
// expect: Files.hx:110: false 0
// expect: Files.hx:112: 0 12
// expect: Files.hx:116: 9 5
// expect: Files.hx:118: 7 true
// expect: Files.hx:123: 17
// expect: Files.hx:132: 09585801 moreenD
// expect: Files.hx:138: a|b||c
// expect: Files.hx:140: 7
// expect: Files.hx:142: true
// expect: Files.hx:147: true
// expect: Files.hx:152: 199990000 168890
// expect: Files.hx:53: past the end throws
// expect: Files.hx:171: false
import haxe.io.*;
import sys.FileSystem;
import sys.io.*;

class Files {
	static var root = "/tmp/molt-files-" + Std.random(0x3fffffff) + "-" + Std.int(Sys.time() % 1000000);

	static function throws(name:String, f:Void->Void) {
		try {
			f();
			trace(name + " passed");
		} catch (e:Dynamic) {
			trace(name + " throws");
		}
	}

	static function directories() {
		FileSystem.createDirectory(root + "/a/b/c");
		FileSystem.createDirectory(root + "/a/b/c/");
		FileSystem.createDirectory(root + "/a//d");
		trace([for (p in ["", "/", "/a", "/a/b/c/", "/no"]) FileSystem.exists(root + p)]);
		trace(FileSystem.isDirectory(root + "/a") + " " + FileSystem.exists(""));
		File.saveContent(root + "/f", "héllo\n");
		trace(FileSystem.isDirectory(root + "/f"));
		var names = FileSystem.readDirectory(root);
		names.sort(Reflect.compare);
		trace(names);
		var stat = FileSystem.stat(root + "/f");
		trace(stat.size + " " + stat.nlink + " " + (Math.abs(Date.now().getTime() - stat.mtime.getTime()) < 100000) + " " + (stat.mode & 0x100 != 0) + " " + Reflect.fields(stat).length);
		trace(FileSystem.fullPath(root + "/a/../f") == FileSystem.fullPath(root) + "/f");
		trace(FileSystem.absolutePath("/x/../y") + " " + (FileSystem.absolutePath("x") == Path.join([Sys.getCwd(), "x"])));
		FileSystem.rename(root + "/f", root + "/g");
		trace(FileSystem.exists(root + "/f") + " " + FileSystem.exists(root + "/g"));
		throws("read missing", () -> File.getContent(root + "/no"));
		throws("read directory", () -> File.getContent(root));
		throws("write nowhere", () -> File.saveContent(root + "/no/x", ""));
		throws("rename", () -> FileSystem.rename(root + "/no", root + "/h"));
		throws("delete missing", () -> FileSystem.deleteFile(root + "/no"));
		throws("delete full", () -> FileSystem.deleteDirectory(root + "/a"));
		throws("list file", () -> FileSystem.readDirectory(root + "/g"));
		throws("list missing", () -> FileSystem.readDirectory(root + "/no"));
		throws("stat missing", () -> FileSystem.stat(root + "/no"));
		throws("full missing", () -> FileSystem.fullPath(root + "/no"));
		throws("create in file", () -> FileSystem.createDirectory(root + "/g/x"));
		throws("copy missing", () -> File.copy(root + "/no", root + "/h"));
	}

	static function streams() {
		var path = root + "/s";
		var out = File.write(path);
		out.bigEndian = true;
		out.writeInt32(1);
		out.writeDouble(1.5);
		out.writeByte(200);
		out.flush();
		trace(FileSystem.stat(path).size + " " + out.tell());
		out.seek(0, SeekBegin);
		out.writeByte(9);
		trace(out.tell());
		out.close();
		trace(File.getBytes(path).toHex());
		var input = File.read(path);
		trace(input.readByte() + " " + input.tell() + " " + input.eof());
		input.seek(4, SeekBegin);
		input.bigEndian = true;
		trace(input.readDouble() + " " + input.eof() + " " + input.readByte() + " " + input.eof());
		try input.readByte() catch (e:Eof) trace("end");
		trace(input.eof());
		input.seek(-2, SeekEnd);
		trace(input.eof() + " " + input.readByte());
		input.seek(-1, SeekCur);
		trace(input.readByte() + " " + input.tell());
		input.close();
		input = File.read(path);
		var bytes = Bytes.alloc(100);
		trace(input.readByte() + " " + input.readBytes(bytes, 1, 5));
		var rest = input.readAll(3);
		trace(rest.length + " " + input.eof());
		input.close();
		out = File.append(path);
		out.writeString("more");
		out.close();
		trace(File.getBytes(path).length);
		out = File.update(path);
		out.seek(1, SeekBegin);
		out.writeString("XX");
		out.seek(0, SeekEnd);
		out.writeString("end");
		out.seek(-1, SeekCur);
		out.writeString("D");
		out.close();
		trace(File.getBytes(path).sub(0, 4).toHex() + " " + File.getBytes(path).sub(13, 7).toString());
		File.saveContent(path, "a\r\nb\n\nc");
		input = File.read(path, false);
		var lines = [];
		try while (true) lines.push(input.readLine()) catch (e:Eof) {}
		input.close();
		trace(lines.join("|"));
		File.copy(path, path + "2");
		trace(File.getContent(path + "2").length);
		File.saveContent(path, "");
		trace(File.getContent(path) == "" && File.getBytes(path).length == 0);
		var large = new StringBuf();
		for (i in 0...20000)
			large.add(i + "€\n");
		File.saveContent(path, large.toString());
		trace(File.getContent(path) == large.toString());
		input = File.read(path);
		var sum = 0;
		for (i in 0...20000)
			sum += Std.parseInt(input.readLine());
		trace(sum + " " + input.tell());
		throws("past the end", () -> input.readLine());
		input.close();
	}

	static function remove(path:String) {
		if (FileSystem.isDirectory(path)) {
			for (name in FileSystem.readDirectory(path))
				remove(path + "/" + name);
			FileSystem.deleteDirectory(path);
		} else {
			FileSystem.deleteFile(path);
		}
	}

	static function main() {
		directories();
		streams();
		remove(root);
		trace(FileSystem.exists(root));
	}
}
