package lib.core;
var lines:Array<String> = [];
final prefix = #if verbose "[v] " #else "> " #end;
private var count = 0;
function log(s:String):Void { count++; lines.push('$prefix$count $s'); }
inline function flush():String { var s = lines.join("\n"); lines.resize(0); return s; }
private function hidden() return 1;
enum abstract Level(Int) { var Debug; var Info; var Warn; @:op(A < B) static function lt(a:Level, b:Level):Bool; @:op(A >= B) static function ge(a:Level, b:Level):Bool; }
class Logger { public var min:Level = Info; public function new() {} public function put(l:Level, s:String) if (l >= min) log(s); }
