// expect: ExceptionsAndMore.hx:49: ex inner3nullinnerinnertruetrue
// expect: ExceptionsAndMore.hx:49: chain outerinnertruetrue
// expect: ExceptionsAndMore.hx:49: val 42haxe.ValueException424242
// expect: ExceptionsAndMore.hx:49: val2 dnull
// expect: ExceptionsAndMore.hx:49: val3 {a: 1}
// expect: ExceptionsAndMore.hx:49: rethrow str x
// expect: ExceptionsAndMore.hx:49: order my
// expect: ExceptionsAndMore.hx:49: dyn exc Invalid operation: true + null
// expect: ExceptionsAndMore.hx:49: std Not implementedhaxe.exceptions.NotImplementedException
// expect: ExceptionsAndMore.hx:49: std2 Invalid argument "arg"argmain
// expect: ExceptionsAndMore.hx:49: std3 pos in ExceptionsAndMore.main at ExceptionsAndMore.hx:6262
// expect: ExceptionsAndMore.hx:49: stack true
// expect: ExceptionsAndMore.hx:49: stack2 true
// expect: ExceptionsAndMore.hx:49: stack3 true
// expect: ExceptionsAndMore.hx:49: stack4 true true
// expect: ExceptionsAndMore.hx:49: pos ExceptionsAndMore.hx67ExceptionsAndMoremainnull
// expect: ExceptionsAndMore.hx:49: custom m|[1,x]|68
// expect: ExceptionsAndMore.hx:49: fmt F:3: v, 1, 2q
// expect: ExceptionsAndMore.hx:49: utf8b €A233,97,
// expect: ExceptionsAndMore.hx:49: systools 'a'"'"'b'"a b"15
// expect: ExceptionsAndMore.hx:49: timer true
// expect: ExceptionsAndMore.hx:49: measure 5
// expect: ExceptionsAndMore.hx:49: http error
// expect: ExceptionsAndMore.hx:49: callback 1 true
// expect: ExceptionsAndMore.hx:49: opt Some([1])Right(x)
// expect: ExceptionsAndMore.hx:49: sys [Linux,home,null,/,true,true,true,true]
// expect: ExceptionsAndMore.hx:49: cwd /tmp/true
// expect: out
// expect: ExceptionsAndMore.hx:49: stdout 0
// expect: ExceptionsAndMore.hx:49: rtti false
// expect: ExceptionsAndMore.hx:49: listsort 123
// expect: ExceptionsAndMore.hx:49: mime application/jsonhttpsPOST404
// expect: ExceptionsAndMore.hx:49: std is TEnum(Enum<haxe.io.Error>)Custom(x)
// expect: ExceptionsAndMore.hx:49: eof Eof
// expect: ExceptionsAndMore.hx:49: enumvalue UTF80
// expect: ExceptionsAndMore.hx:49: int iter [3,4,5]
// expect: ExceptionsAndMore.hx:49: any 6
// expect: ExceptionsAndMore.hx:49: constr 3
// expect: ExceptionsAndMore.hx:49: callstack 
// expect: Called from A.b (f.hx line 3)
// expect: Called from local function #2
// expect: Called from a C function
// expect: Called from module m
// expect: Called from g.hx line 4 column 5
// expect: Called from <unknown>.z
import haxe.*;
class MyEx extends Exception { public var code:Int; public function new(m, c, ?p) { super(m, p); code = c; } }
class ExceptionsAndMore {
	static function t(n:String, f:Void->Dynamic) { try trace(n + " " + f()) catch (e:haxe.Exception) trace(n + " exc " + e.message); }
	static function thrower() throw new MyEx("inner", 3);
	static function main() {
		t("ex", () -> { try thrower() catch (e:MyEx) return e.message + e.code + e.previous + Std.string(e) + e.toString() + (e.native == e) + (@:privateAccess e.unwrap() == e); return ""; });
		t("chain", () -> { try { try thrower() catch (e) throw new Exception("outer", e); } catch (e:Exception) return e.message + e.previous.message + Std.isOfType(e.previous, MyEx) + (e.previous.previous == null); return ""; });
		t("val", () -> { try throw 42 catch (e:Exception) return e.message + Type.getClassName(Type.getClass(e)) + (cast(e, ValueException).value) + (@:privateAccess e.unwrap()) + e.native; return ""; });
		t("val2", () -> { try throw null catch (e:Dynamic) return "d" + e; return ""; });
		t("val3", () -> { try throw {a: 1} catch (e:Exception) return e.message; return ""; });
		t("rethrow", () -> { try { try throw "x" catch (e:Exception) throw e; } catch (s:String) return "str " + s; return ""; });
		t("order", () -> { try throw new MyEx("m", 1) catch (s:String) return "s" catch (i:Int) return "i" catch (e:MyEx) return "my" catch (e:Exception) return "ex"; return ""; });
		t("dyn", () -> { try throw new MyEx("m", 1) catch (e:Dynamic) return Std.isOfType(e, MyEx) + e.message; return ""; });
		t("std", () -> { try throw new haxe.exceptions.NotImplementedException() catch (e) return e.message + Type.getClassName(Type.getClass(e)); return ""; });
		t("std2", () -> { try throw new haxe.exceptions.ArgumentException("arg") catch (e:haxe.exceptions.ArgumentException) return e.message + e.argument + e.posInfos.methodName; return ""; });
		t("std3", () -> { try throw new haxe.exceptions.PosException("pos") catch (e:haxe.exceptions.PosException) return e.toString() + e.posInfos.lineNumber; return ""; });
		t("stack", () -> { try thrower() catch (e) return e.stack.length > 0 && e.details().indexOf("Exception: inner") >= 0 && e.details().indexOf("ExceptionsAndMore.thrower") >= 0; return false; });
		t("stack2", () -> CallStack.callStack().length > 0 && CallStack.toString(CallStack.callStack()).indexOf("ExceptionsAndMore.main") >= 0);
		t("stack3", () -> { try thrower() catch (e:Dynamic) return CallStack.exceptionStack().length > 0; return false; });
		t("stack4", () -> { var e = new Exception("a"); var l = e.stack.length; (e.stack.copy().length == l) + " " + (l > 0); });
		t("pos", () -> { function f(?p:PosInfos) return p.fileName + p.lineNumber + p.className + p.methodName + p.customParams; f(); });
		t("custom", () -> { var old = Log.trace; var got = ""; Log.trace = (v, ?i) -> got += v + "|" + i.customParams + "|" + i.lineNumber; trace("m", 1, "x"); Log.trace = old; got; });
		t("fmt", () -> Log.formatOutput("v", {fileName: "F", lineNumber: 3, className: "C", methodName: "m", customParams: [1, 2]}) + Log.formatOutput("q", null));
		t("utf8b", () -> { var u = new Utf8(); u.addChar(0x20AC); u.addChar(65); var r = ""; Utf8.iter("éa", c -> r += c + ","); u.toString() + r; });

		t("systools", () -> SysTools.quoteUnixArg("a'b") + SysTools.quoteWinArg("a b", false) + SysTools.winMetaCharacters.length);
		t("timer", () -> { var r = Timer.stamp(); Timer.stamp() >= r; });
		t("measure", () -> { var old = Log.trace; Log.trace = (v, ?i) -> {}; var r = Timer.measure(() -> 5); Log.trace = old; r; });
		t("http", () -> { var h = new Http("http://localhost:1/x"); h.setHeader("A", "b"); h.addParameter("q", "1"); var got = ""; h.onError = e -> got = "error"; h.onData = d -> got = "data"; h.request(); got; });
		t("callback", () -> { var f = (a:Int, ?b:Int) -> a; f(1) + " " + Reflect.isFunction(f); });
		t("opt", () -> Std.string(haxe.ds.Option.Some([1])) + haxe.ds.Either.Right("x"));
		t("sys", () -> [Sys.systemName(), Sys.getEnv("HOME") != null ? "home" : "", Std.string(Sys.getEnv("NOPE_X")), Sys.getCwd().charAt(0), Std.string(Sys.environment().exists("PATH")), Std.string(Sys.cpuTime() >= 0), Std.string(Sys.time() > 1e9), Std.string(Sys.programPath() != null)]);
		t("cwd", () -> { var c = Sys.getCwd(); Sys.setCwd("/tmp"); var r = Sys.getCwd(); Sys.setCwd(c); r + (c == Sys.getCwd()); });
		t("stdout", () -> { Sys.stdout().writeString("out\n"); Sys.stdout().flush(); Sys.stderr().writeString(""); 0; });
		t("rtti", () -> haxe.rtti.Rtti.hasRtti(ExceptionsAndMore));
		t("listsort", () -> { var l:Nd = null; for (i in [3,1,2]) l = {v: i, next: l, prev: null}; var s = haxe.ds.ListSort.sortSingleLinked(l, (a, b) -> a.v - b.v); s.v + "" + s.next.v + s.next.next.v; });
		t("mime", () -> (haxe.io.Mime.ApplicationJson : String) + (haxe.io.Scheme.Https : String) + haxe.http.HttpMethod.Post + (haxe.http.HttpStatus.NotFound : Int));
		t("std is", () -> (Std.string(Type.typeof(haxe.io.Error.Blocked)) + haxe.io.Error.Custom("x")));
		t("eof", () -> Std.string(new haxe.io.Eof()));
		t("enumvalue", () -> { var e:EnumValue = haxe.io.Encoding.UTF8; e.getName() + e.getIndex(); });
		t("int iter", () -> [for (i in 3...6) i] + "");
		t("any", () -> { var a:Any = 5; (a : Int) + 1; });
		t("constr", () -> { var i:haxe.Constraints.Function = (x:Int) -> x; Reflect.callMethod(null, i, [3]); });
		t("callstack", () -> CallStack.toString([FilePos(Method("A", "b"), "f.hx", 3), LocalFunction(2), CFunction, Module("m"), FilePos(null, "g.hx", 4, 5), Method(null, "z")]));
	}
}
typedef Nd = {v:Int, next:Nd, prev:Nd}
@a @b(1, "x") class Q { @c(null) public var f:Int; @d static var s:Int; @e public function new() {} }
