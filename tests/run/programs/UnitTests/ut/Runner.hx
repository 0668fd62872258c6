package ut;
import haxe.PosInfos;
import haxe.CallStack;
using Lambda;
using StringTools;

interface ITest {}

enum Assertation {
	Success(pos:PosInfos);
	Failure(msg:String, pos:PosInfos);
	Error(e:Any, stack:Array<StackItem>);
	Warning(msg:String);
}

class Assert {
	public static var results:List<Assertation>;
	static function processResult(cond:Bool, getMessage:() -> String, ?pos:PosInfos):Bool {
		if (results == null) throw 'Assert at ${pos.fileName}:${pos.lineNumber} out of context';
		if (cond) results.add(Success(pos)) else results.add(Failure(getMessage(), pos));
		return cond;
	}
	public static function isTrue(cond:Bool, ?msg:String, ?pos:PosInfos):Bool
		return processResult(cond, function() return msg != null ? msg : "expected true", pos);
	public static function isFalse(value:Bool, ?msg:String, ?pos:PosInfos):Bool
		return isTrue(value == false, msg == null ? "expected false" : msg, pos);
	public static function equals<T>(expected:T, value:T, ?msg:String, ?pos:PosInfos):Bool
		return processResult(expected == value, function() return msg != null ? msg : "expected " + q(expected) + " but it is " + q(value), pos);
	public static function floatEquals(expected:Float, value:Float, ?approx:Float, ?msg:String, ?pos:PosInfos):Bool
		return processResult(_floatEquals(expected, value, approx), function() return 'expected $expected but it is $value', pos);
	static function _floatEquals(expected:Float, value:Float, ?approx:Null<Float>):Bool {
		if (Math.isNaN(expected)) return Math.isNaN(value);
		else if (Math.isNaN(value)) return false;
		else if (!Math.isFinite(expected) && !Math.isFinite(value)) return (expected > 0) == (value > 0);
		if (approx == null) approx = 1e-5;
		return Math.abs(value - expected) <= approx;
	}
	static function q(v:Dynamic) {
		if (Std.isOfType(v, String)) return '"' + StringTools.replace(v, '"', '\\"') + '"';
		else return Std.string(v);
	}
	static function getTypeName(v:Dynamic)
		return switch (Type.typeof(v)) {
			case TNull: "`null`";
			case TInt: "Int";
			case TFloat: "Float";
			case TBool: "Bool";
			case TFunction: "function";
			case TClass(c): Type.getClassName(c);
			case TEnum(e): Type.getEnumName(e);
			case TObject: "Object";
			case TUnknown: "`Unknown`";
		}
	public static function same(expected:Dynamic, value:Dynamic, ?recursive:Bool = true, ?pos:PosInfos):Bool {
		var st = { path: "", error: null };
		if (sameAs(expected, value, st)) return processResult(true, null, pos);
		return processResult(false, function() return st.error, pos);
	}
	static function sameAs(expected:Dynamic, value:Dynamic, status:{path:String, error:String}):Bool {
		function fail(s) { status.error = s + (status.path == "" ? "" : " for field " + status.path); return false; }
		function withPath(p:String, a:Dynamic, b:Dynamic) {
			var old = status.path;
			status.path = old == "" ? p : old + "." + p;
			if (!sameAs(a, b, status)) return false;
			status.path = old;
			return true;
		}
		var te = getTypeName(expected), tv = getTypeName(value);
		if (te != tv && !(te == "Int" && tv == "Float") && !(te == "Float" && tv == "Int")) return fail('expected type $te but it is $tv');
		switch (Type.typeof(expected)) {
			case TFloat, TInt: return _floatEquals(expected, value) || fail('expected $expected but it is $value');
			case TNull, TBool: return expected == value || fail('expected ${q(expected)} but it is ${q(value)}');
			case TFunction: return Reflect.compareMethods(expected, value) || fail("different functions");
			case TClass(c):
				if (c == String) return expected == value || fail('expected ${q(expected)} but it is ${q(value)}');
				if (c == Array) {
					if (expected.length != value.length) return fail('expected ${expected.length} elements but they are ${value.length}');
					for (i in 0...(expected.length : Int)) if (!withPath('array[$i]', expected[i], value[i])) return false;
					return true;
				}
				if (Std.isOfType(expected, haxe.Constraints.IMap)) {
					var map = (cast expected : haxe.Constraints.IMap<Dynamic, Dynamic>), vmap = (cast value : haxe.Constraints.IMap<Dynamic, Dynamic>);
					for (k in map.keys()) if (!withPath('map[$k]', map.get(k), vmap.get(k))) return false;
					return true;
				}
				for (f in Type.getInstanceFields(c)) {
					if (Reflect.isFunction(Reflect.field(expected, f))) continue;
					if (!withPath(f, Reflect.field(expected, f), Reflect.field(value, f))) return false;
				}
				return true;
			case TEnum(_):
				var e:EnumValue = expected, v:EnumValue = value;
				if (Type.enumConstructor(e) != Type.enumConstructor(v)) return fail('expected $e but it is $v');
				var p1 = Type.enumParameters(e), p2 = Type.enumParameters(v);
				for (i in 0...p1.length) if (!withPath('enum[$i]', p1[i], p2[i])) return false;
				return true;
			case TObject:
				var tfields = Reflect.fields(value);
				for (field in Reflect.fields(expected)) {
					tfields.remove(field);
					if (!Reflect.hasField(value, field)) return fail('expected field $field does not exist');
					if (!withPath(field, Reflect.field(expected, field), Reflect.field(value, field))) return false;
				}
				return tfields.length == 0 || fail('the tested object has extra fields $tfields');
			case TUnknown: return fail("unknown");
		}
	}
	public static function raises(method:() -> Void, ?type:Any, ?msg:String, ?pos:PosInfos):Bool {
		try {
			method();
		} catch (e:Dynamic) {
			if (type == null) return processResult(true, () -> "", pos);
			return processResult(Std.isOfType(e, type), () -> 'expected throw of type ${Type.getClassName(cast type)} but it is ${getTypeName(e)}', pos);
		}
		return processResult(false, () -> "exception not raised", pos);
	}
	public static function fail(msg = "failure expected", ?pos:PosInfos) return isTrue(false, msg, pos);
	public static function pass(msg = "pass expected", ?pos:PosInfos) return isTrue(true, msg, pos);
	public static function warn(msg:String) results.add(Warning(msg));
}

class Runner {
	var cases:Array<{ target:Dynamic, name:String, methods:Array<String> }> = [];
	public var onProgress:(done:Int, total:Int) -> Void;
	public var globalPattern:Null<EReg> = null;
	public var length(get, null):Int;
	public function new() {}
	function get_length() return Lambda.fold(cases, (c, n) -> n + c.methods.length, 0);
	public function addCase(test:ITest, setup = "setup", teardown = "teardown", prefix = "test", ?pattern:EReg) {
		if (!Reflect.isObject(test)) throw "can't add a null object as a test case";
		var patternMatches = function(name:String):Bool return switch pattern {
			case null if (globalPattern != null): globalPattern.match(name);
			case null: StringTools.startsWith(name, prefix);
			case p: p.match(name);
		}
		var fields = Type.getInstanceFields(Type.getClass(test)).filter(f -> patternMatches(f) && Reflect.isFunction(Reflect.field(test, f)));
		fields.sort(Reflect.compare);
		cases.push({ target: test, name: Type.getClassName(Type.getClass(test)), methods: fields });
	}
	function callIf(t:Dynamic, name:String) {
		var f = Reflect.field(t, name);
		if (f != null) Reflect.callMethod(t, f, []);
	}
	public function run() {
		var ok = 0, bad = 0, total = length, done = 0;
		for (c in cases) {
			Sys.println(c.name);
			for (m in c.methods) {
				Assert.results = new List();
				try {
					callIf(c.target, "setup");
					Reflect.callMethod(c.target, Reflect.field(c.target, m), []);
				} catch (e:Dynamic) Assert.results.add(Error(e, []));
				callIf(c.target, "teardown");
				var failed = Assert.results.filter(a -> !a.match(Success(_)));
				var b = [for (r in Assert.results) switch r {
					case Success(_): ".";
					case Failure(_): "F";
					case Error(_): "E";
					case Warning(_): "W";
				}].join("");
				Sys.println('  $m: ${failed.isEmpty() ? "OK" : "FAIL"} $b');
				for (r in failed) switch r {
					case Failure(msg, pos): Sys.println('    line: ${pos.lineNumber}, $msg (${pos.className.split(".").pop()}.${pos.methodName})'); bad++;
					case Error(e, _): Sys.println('    ' + Std.string(e)); bad++;
					case Warning(m): Sys.println("    " + m);
					case Success(_):
				}
				ok += Assert.results.length - failed.length;
				if (onProgress != null) onProgress(++done, total);
			}
		}
		Sys.println('results: $ok ok, $bad bad');
	}
}
