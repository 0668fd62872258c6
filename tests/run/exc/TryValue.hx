// expect: 12
// expect: -1
// expect: NOT A NUMBER: ?
// expect: 20
class TryValue {
	static function parse(s:String):Int {
		var n = Std.parseInt(s);
		if (n == null)
			throw "not a number: " + s;
		return n;
	}

	static function main() {
		var a = try parse("12") catch (e:String) -1;
		Sys.println(a);
		a = try parse("x") catch (e:String) -1;
		Sys.println(a);
		var text = try {
			parse("?");
			"fine";
		} catch (e:String) {
			e.toUpperCase();
		}
		Sys.println(text);
		Sys.println(10 + (try throw 5 catch (n:Int) n * 2));
	}
}
