package molt;

/** Objects of the runtime that stand behind classes of the library. Not for direct use. **/
@:noCompletion
extern class NativeText {
	@:molt.native("molt_buf_new")
	function new():Void;
	@:molt.native("molt_buf_length")
	function length():Int;
	@:molt.native("molt_buf_add")
	function add(x:Dynamic):Void;
	@:molt.native("molt_buf_add_string")
	function addString(s:String):Void;
	@:molt.native("molt_buf_add_char")
	function addChar(c:Int):Void;
	@:molt.native("molt_buf_add_sub")
	function addSub(s:String, pos:Int, ?len:Int):Void;
	@:molt.native("molt_buf_to_string")
	function toString():String;
}

@:noCompletion
extern class NativeEnum {
	/** The number of the value's constructor, which it keeps when constructors are added, removed or reordered. **/
	@:molt.native("molt_type_enum_tag")
	static function tag(value:EnumValue):Int;
}

@:noCompletion
extern class NativeIntMap {
	@:molt.native("molt_intmap_new")
	function new():Void;
	@:molt.native("molt_intmap_set")
	function set(key:Int, value:Dynamic):Void;
	@:molt.native("molt_intmap_get")
	function get(key:Int):Dynamic;
	@:molt.native("molt_intmap_exists")
	function exists(key:Int):Bool;
	@:molt.native("molt_intmap_remove")
	function remove(key:Int):Bool;
	@:molt.native("molt_intmap_keys")
	function keys():Array<Int>;
	@:molt.native("molt_intmap_values")
	function values():Array<Dynamic>;
	@:molt.native("molt_intmap_copy")
	function copy():NativeIntMap;
	@:molt.native("molt_intmap_clear")
	function clear():Void;
	@:molt.native("molt_intmap_count")
	function count():Int;
	/** Number of the next entry behind number `after`, which is -1 at first; -1 at the end. **/
	@:molt.native("molt_map_next")
	function next(after:Int):Int;
	@:molt.native("molt_map_key")
	function keyAt(entry:Int):Dynamic;
	@:molt.native("molt_map_value")
	function valueAt(entry:Int):Dynamic;
}

@:noCompletion
extern class NativeStringMap {
	@:molt.native("molt_stringmap_new")
	function new():Void;
	@:molt.native("molt_stringmap_set")
	function set(key:String, value:Dynamic):Void;
	@:molt.native("molt_stringmap_get")
	function get(key:String):Dynamic;
	@:molt.native("molt_stringmap_exists")
	function exists(key:String):Bool;
	@:molt.native("molt_stringmap_remove")
	function remove(key:String):Bool;
	@:molt.native("molt_stringmap_keys")
	function keys():Array<String>;
	@:molt.native("molt_stringmap_values")
	function values():Array<Dynamic>;
	@:molt.native("molt_stringmap_copy")
	function copy():NativeStringMap;
	@:molt.native("molt_stringmap_clear")
	function clear():Void;
	@:molt.native("molt_stringmap_count")
	function count():Int;
	@:molt.native("molt_map_next")
	function next(after:Int):Int;
	@:molt.native("molt_map_key")
	function keyAt(entry:Int):Dynamic;
	@:molt.native("molt_map_value")
	function valueAt(entry:Int):Dynamic;
}

@:noCompletion
extern class NativeObjectMap {
	@:molt.native("molt_objectmap_new")
	function new():Void;
	@:molt.native("molt_objectmap_set")
	function set(key:Dynamic, value:Dynamic):Void;
	@:molt.native("molt_objectmap_get")
	function get(key:Dynamic):Dynamic;
	@:molt.native("molt_objectmap_exists")
	function exists(key:Dynamic):Bool;
	@:molt.native("molt_objectmap_remove")
	function remove(key:Dynamic):Bool;
	@:molt.native("molt_objectmap_keys")
	function keys():Array<Dynamic>;
	@:molt.native("molt_objectmap_values")
	function values():Array<Dynamic>;
	@:molt.native("molt_objectmap_copy")
	function copy():NativeObjectMap;
	@:molt.native("molt_objectmap_clear")
	function clear():Void;
	@:molt.native("molt_objectmap_count")
	function count():Int;
	@:molt.native("molt_map_next")
	function next(after:Int):Int;
	@:molt.native("molt_map_key")
	function keyAt(entry:Int):Dynamic;
	@:molt.native("molt_map_value")
	function valueAt(entry:Int):Dynamic;
}

@:noCompletion
extern class NativeRegex {
	@:molt.native("molt_regex_new")
	function new(pattern:String, options:String):Void;
	/** Start and end of the first match behind `from` and of its groups; null: there is none. **/
	@:molt.native("molt_regex_search")
	function search(subject:NativeRegexSubject, length:Int, from:Int, nonempty:Bool):Array<Int>;
}

@:noCompletion
extern class NativeRegexSubject {
	@:molt.native("molt_regex_subject")
	static function of(s:String):NativeRegexSubject;
}

/** Raw bytes of a fixed number. Outside, reading gives 0 and writing does nothing; ranges throw. **/
@:noCompletion
extern class NativeBytes {
	@:molt.native("molt_bytes_new")
	function new(length:Int):Void;
	@:molt.native("molt_bytes_length")
	function length():Int;
	@:molt.native("molt_bytes_get_u8")
	function get(at:Int):Int;
	@:molt.native("molt_bytes_set_u8")
	function set(at:Int, value:Int):Void;
	@:molt.native("molt_bytes_get_u16")
	function getUInt16(at:Int):Int;
	@:molt.native("molt_bytes_set_u16")
	function setUInt16(at:Int, value:Int):Void;
	@:molt.native("molt_bytes_get_i32")
	function getInt32(at:Int):Int;
	@:molt.native("molt_bytes_set_i32")
	function setInt32(at:Int, value:Int):Void;
	@:molt.native("molt_bytes_get_f32")
	function getFloat(at:Int):Float;
	@:molt.native("molt_bytes_set_f32")
	function setFloat(at:Int, value:Float):Void;
	@:molt.native("molt_bytes_get_f64")
	function getDouble(at:Int):Float;
	@:molt.native("molt_bytes_set_f64")
	function setDouble(at:Int, value:Float):Void;
	@:molt.native("molt_bytes_blit")
	function blit(at:Int, from:NativeBytes, start:Int, count:Int):Void;
	@:molt.native("molt_bytes_fill")
	function fill(at:Int, count:Int, value:Int):Void;
	@:molt.native("molt_bytes_sub")
	function sub(at:Int, count:Int):NativeBytes;
	@:molt.native("molt_bytes_compare")
	function compare(other:NativeBytes):Int;
	/** In UTF-8, or as UTF-16 units when `raw`. **/
	@:molt.native("molt_bytes_of_string")
	static function ofString(s:String, raw:Bool):NativeBytes;
	@:molt.native("molt_bytes_to_string")
	function getString(at:Int, count:Int, raw:Bool):String;
}

/** An open file of the system. **/
@:noCompletion
extern class NativeFile {
	/** `mode`: 0 read, 1 write anew, 2 append, 3 write over. **/
	@:molt.native("molt_file_open")
	static function open(path:String, mode:Int):NativeFile;
	@:molt.native("molt_file_standard")
	static function standard(descriptor:Int):NativeFile;
	@:molt.native("molt_file_close")
	function close():Void;
	/** -1 at the end. **/
	@:molt.native("molt_file_read_byte")
	function readByte():Int;
	/** Number of bytes read, 0 at the end. **/
	@:molt.native("molt_file_read")
	function read(into:NativeBytes, at:Int, count:Int):Int;
	@:molt.native("molt_file_read_rest")
	function readRest():NativeBytes;
	/** Did the last read find the end? **/
	@:molt.native("molt_file_at_end")
	function atEnd():Bool;
	@:molt.native("molt_file_write_byte")
	function writeByte(byte:Int):Void;
	@:molt.native("molt_file_write")
	function write(from:NativeBytes, at:Int, count:Int):Int;
	/** `from`: 0 the beginning, 1 here, 2 the end. **/
	@:molt.native("molt_file_seek")
	function seek(offset:Int, from:Int):Void;
	@:molt.native("molt_file_tell")
	function tell():Int;
}

@:noCompletion
extern class NativeDirectory {
	@:molt.native("molt_directory_open")
	static function open(path:String):NativeDirectory;
	/** The next name, null at the end. **/
	@:molt.native("molt_directory_next")
	function next():String;
}

@:noCompletion
extern class NativeProcess {
	/** Without `args` the shell reads `command`. **/
	@:molt.native("molt_process_new")
	static function start(command:String, args:Array<String>, detached:Bool):NativeProcess;
	/** Standard input, output, error; null when the process is detached. **/
	@:molt.native("molt_process_pipe")
	function pipe(number:Int):NativeFile;
	@:molt.native("molt_process_id")
	function id():Int;
	/** Null while it runs. **/
	@:molt.native("molt_process_code")
	function code(wait:Bool):Null<Int>;
	@:molt.native("molt_process_kill")
	function kill():Void;
}

@:noCompletion
extern class NativeThread {
	@:molt.native("molt_thread_start")
	static function start(job:Void->Void):Void;
	/** What was set for the calling thread; null at first. **/
	@:molt.native("molt_thread_self")
	static function self():Dynamic;
	@:molt.native("molt_thread_set_self")
	static function setSelf(self:Dynamic):Void;
	@:molt.native("molt_thread_yield")
	static function yield():Void;
	/** Has `f` called when main has returned. **/
	@:molt.native("molt_thread_at_end")
	static function atEnd(f:Void->Void):Void;
}

/** A mutex that its owner may take again, with a condition; or a number that can be waited for. **/
@:noCompletion
extern class NativeMonitor {
	@:molt.native("molt_monitor_new")
	function new(count:Int):Void;
	@:molt.native("molt_monitor_acquire")
	function acquire():Void;
	@:molt.native("molt_monitor_try_acquire")
	function tryAcquire():Bool;
	@:molt.native("molt_monitor_release")
	function release():Void;
	@:molt.native("molt_monitor_wait")
	function wait():Void;
	@:molt.native("molt_monitor_signal")
	function signal(all:Bool):Void;
	@:molt.native("molt_monitor_up")
	function up():Void;
	/** Waits at most `seconds`, for ever when negative; false: there was none. **/
	@:molt.native("molt_monitor_down")
	function down(seconds:Float):Bool;
}

/** A socket; -1 as a result: it would have to wait. **/
@:noCompletion
extern class NativeSocket {
	@:molt.native("molt_socket_new")
	static function make(datagrams:Bool):NativeSocket;
	@:molt.native("molt_file_close")
	function close():Void;
	/** False when it takes longer than it may. **/
	@:molt.native("molt_socket_connect")
	function connect(ip:Int, port:Int):Bool;
	@:molt.native("molt_socket_bind")
	function bind(ip:Int, port:Int):Void;
	@:molt.native("molt_socket_listen")
	function listen(most:Int):Void;
	/** Null when it would have to wait. **/
	@:molt.native("molt_socket_accept")
	function accept():NativeSocket;
	@:molt.native("molt_socket_shutdown")
	function shutdown(reading:Bool, writing:Bool):Void;
	/** Address and port of the other side or of this one. **/
	@:molt.native("molt_socket_name")
	function name(other:Bool):Array<Int>;
	@:molt.native("molt_socket_set_timeout")
	function setTimeout(seconds:Float):Void;
	@:molt.native("molt_socket_set_blocking")
	function setBlocking(blocking:Bool):Void;
	@:molt.native("molt_socket_set_fast")
	function setFast(fast:Bool):Void;
	@:molt.native("molt_socket_set_broadcast")
	function setBroadcast(allowed:Bool):Void;
	/** `port` 0: to whom it is connected. **/
	@:molt.native("molt_socket_send")
	function send(from:NativeBytes, at:Int, count:Int, ip:Int, port:Int):Int;
	/** 0 at the end. Address and port of the sender go into `from`, unless that is null. **/
	@:molt.native("molt_socket_receive")
	function receive(into:NativeBytes, at:Int, count:Int, from:Array<Int>):Int;
	/** `wanted` for each socket: 1 to read, 2 to write, 4 what is out of the ordinary; then what it is ready for. **/
	@:molt.native("molt_socket_select")
	static function select(sockets:Array<NativeSocket>, wanted:Array<Int>, seconds:Float):Void;
}

/** A stream that is compressed or decompressed. **/
@:noCompletion
extern class NativeZip {
	/** `parameter`: the level of compression, or the bits of the window. **/
	@:molt.native("molt_zip_new")
	static function make(inflates:Bool, parameter:Int):NativeZip;
	/** At most so many bytes come out of so many. **/
	@:molt.native("molt_zip_bound")
	function bound(count:Int):Int;
	/** `counts`: where to begin in both; then how much was read and written. True: that was the end. **/
	@:molt.native("molt_zip_run")
	function run(from:NativeBytes, into:NativeBytes, counts:Array<Int>, flush:Int):Bool;
	@:molt.native("molt_zip_close")
	function close():Void;
}
