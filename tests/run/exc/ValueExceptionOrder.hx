// expect: Sval
// expect: Sval
// expect: Vval
// expect: Sval
// expect: Vval
// expect: Sval
// expect: Sval
class ValueExceptionOrder {
	static function main() {
		Sys.println(try { throw new haxe.ValueException("val"); "x"; } catch (e:String) "S" + e catch (e:haxe.ValueException) "V" + e.value);
		Sys.println(try { throw new haxe.ValueException("val"); "x"; } catch (e:String) "S" + e catch (e:haxe.Exception) "V" + e.message);
		Sys.println(try { throw new haxe.ValueException("val"); "x"; } catch (e:Int) "S" + e catch (e:Dynamic) "V" + e);
		Sys.println(try { throw new haxe.ValueException("val"); "x"; } catch (e:String) "S" + e catch (e:Dynamic) "V" + e);
		Sys.println(try { throw new haxe.ValueException("val"); "x"; } catch (e:Int) "S" + e catch (e:haxe.ValueException) "V" + e.value);
		Sys.println(try { try {throw new haxe.ValueException("val"); "x"; } catch (e:String) "S" + e; } catch (e:Dynamic) "outer" + e);
		Sys.println(try { try {throw @:privateAccess haxe.Exception.thrown("val"); "x"; } catch (e:String) "S" + e; } catch (e:Dynamic) "outer" + e);
	}
}
