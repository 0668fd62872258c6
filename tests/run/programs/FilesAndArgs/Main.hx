// expect: 2nullx 5
// expect: set a 2|set c x
// expect: db.log 16
// expect: moved.txt 14
// expect: sub/
// expect:   deep/
// expect:     b.bin 3
// expect:   hello.txt 14
// expect: 2 3 14
// expect: 255 2 false
// expect: eof
// expect: -2 0.75 12
// expect: missing file
// expect: corrupt line: one two
// expect: false
// expect: /a/b.c file.tar gz x/y /a/c/d  d/ true
// expect: 3 -x|--name=v|pos true true true Linux
// expect: y true
// expect: end of input
// expect: last
// args: -x --name=v pos
import sys.io.File;
import sys.FileSystem;
import haxe.io.Path;
using StringTools;
// files, streams, args, environment, process-free system tools; a key-value store with a journal; grep, wc, tree
class Store { final path:String; final data:Map<String, String> = []; public function new(p) { path = p; if (FileSystem.exists(p)) { var i = File.read(p, false); try while (true) { var l = i.readLine(); switch l.split("\t") { case ["set", k, v]: data[k] = v.urlDecode(); case ["del", k]: data.remove(k); case _: throw 'corrupt line: $l'; } } catch (e:haxe.io.Eof) {} i.close(); } }
	public function set(k:String, v:String) { data[k] = v; log('set\t$k\t${v.urlEncode()}'); } public function del(k:String) { if (data.remove(k)) log('del\t$k'); } public function get(k) return data[k]; function log(s:String) { var o = File.append(path, false); o.writeString(s + "\n"); o.close(); } public function compact() { var o = File.write(path, false), ks = [for (k in data.keys()) k]; ks.sort(Reflect.compare); for (k in ks) o.writeString('set\t$k\t${data[k].urlEncode()}\n'); o.close(); } }
class Main {
	static function tree(d:String, ?ind = ""):Void { var l = FileSystem.readDirectory(d); l.sort(Reflect.compare); for (f in l) { var p = Path.join([d, f]); Sys.println(ind + f + (FileSystem.isDirectory(p) ? "/" : " " + FileSystem.stat(p).size)); if (FileSystem.isDirectory(p)) tree(p, ind + "  "); } }
	static function rm(d:String) { for (f in FileSystem.readDirectory(d)) { var p = '$d/$f'; if (FileSystem.isDirectory(p)) rm(p) else FileSystem.deleteFile(p); } FileSystem.deleteDirectory(d); }
	static function wc(s:String) return { lines: s.split("\n").length - 1, words: ~/\s+/g.split(s.trim()).length, chars: s.length };
	static function main() {
		var dir = Path.join([Sys.getEnv("TMPDIR") == null ? "/tmp" : Sys.getEnv("TMPDIR"), "molt-store-" + Std.random(1 << 30)]); FileSystem.createDirectory(dir + "/sub/deep");
		try { var p = '$dir/db.log'; var s = new Store(p); s.set("a", "1"); s.set("b", "tab\tand\nnewline é"); s.set("a", "2"); s.del("b"); s.set("c", "x"); var t = new Store(p); Sys.println(t.get("a") + t.get("b") + t.get("c") + " " + wc(File.getContent(p)).lines); t.compact(); Sys.println(File.getContent(p).replace("\t", " ").trim().split("\n").join("|"));
			File.saveContent('$dir/sub/hello.txt', "one two\nthree\n"); File.saveBytes('$dir/sub/deep/b.bin', haxe.io.Bytes.ofHex("00ff10")); File.copy('$dir/sub/hello.txt', '$dir/copy.txt'); FileSystem.rename('$dir/copy.txt', '$dir/moved.txt'); tree(dir); var w = wc(File.getContent('$dir/moved.txt')); Sys.println('${w.lines} ${w.words} ${w.chars}');
			var i = File.read('$dir/sub/deep/b.bin', true); i.seek(1, SeekBegin); Sys.println(i.readByte() + " " + i.tell() + " " + i.eof()); i.readByte(); try i.readByte() catch (e:haxe.io.Eof) Sys.println("eof"); i.close();
			var o = File.write('$dir/out.bin'); o.bigEndian = true; o.writeInt32(-2); o.writeDouble(0.75); o.prepare(4); o.close(); var r = File.read('$dir/out.bin'); r.bigEndian = true; Sys.println(r.readInt32() + " " + r.readDouble() + " " + File.getBytes('$dir/out.bin').length); r.close();
			try File.getContent('$dir/none') catch (e:Dynamic) Sys.println("missing file"); try new Store('$dir/moved.txt') catch (e:String) Sys.println(e);
		} catch (e:Dynamic) Sys.println("failed " + e); rm(dir); Sys.println(FileSystem.exists(dir));
		var p = new Path("/a/b.c/file.tar.gz"); Sys.println([p.dir, p.file, p.ext, Path.withoutExtension("x/y.z"), Path.normalize("/a/./b/../c//d"), Path.directory("q"), Path.addTrailingSlash("d"), Path.extension("f")].join(" ") + Path.isAbsolute("/x"));
		Sys.println(Sys.args().length + " " + Sys.args().join("|") + " " + (Sys.time() > 1e9) + " " + (Sys.cpuTime() >= 0) + " " + (Sys.getCwd().length > 0) + " " + Sys.systemName()); Sys.putEnv("MOLT_X", "y"); Sys.println(Sys.getEnv("MOLT_X") + " " + Sys.environment().exists("PATH"));
		try { while (true) Sys.println("in: " + Sys.stdin().readLine()); } catch (e:haxe.io.Eof) Sys.println("end of input"); Sys.stderr().writeString("to stderr\n"); Sys.stdout().writeString("last\n"); Sys.stdout().flush(); Sys.exit(0);
	}
}
