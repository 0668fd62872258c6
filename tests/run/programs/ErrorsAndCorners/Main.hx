// expect: s bottom
// expect: nf 404 thing not found
// expect: i 42
// expect: v 7
// expect: s Null Access
// expect: s five
// expect: ok 6
// expect: 0;2cx; mtrue
// expect: AppError(5): inside +a,+b,-b,-a
// expect: val
// expect: third
// expect: gave up after 2 / fail1 2
// expect: k not found
// expect: first-second
// expect: plain plain true true true
// expect: 2 11 0
// expect: 16
// expect: 2.43290200817664e+18
// expect: 16 HÉLLO WÖRLD ✓ 日本 é 26085 14 4 日本 97,10003 24
// expect: 0-ab1-bc2-cd12
// expect: -2147483648 2147483647 -2147483648 8 15 -1 1 -1 -1 8 0 -1097262584
// expect: 3.5 -3.5 infinity 1e+21 1e-07 0.6 100 -0 infinity 0 -1.5
// expect: -2 3 -1 0 -3 16 -12 1000000001
// expect: 17 [11,4,3] 2 bigtrue
// expect: true null false
// expect: 8
// expect: 0.5
// expect: [1,null,3] 2
// expect: 2multi
// expect: line 2 nested yes $5
// expect: 18
// expect: zero few odd even10 odd neg
// expect: 16
// expect: 0
// exceptions, stack discipline, nested closures, string building, Unicode, int maths corner cases as programs use them
import haxe.Exception;
import haxe.ValueException;
class AppError extends Exception { public final code:Int; public function new(m:String, code = 1, ?prev:Exception) { super(m, prev); this.code = code; } override function toString() return 'AppError($code): $message'; }
class NotFound extends AppError { public function new(what:String) super('$what not found', 404); }
class Resource_ { static var open = 0; public static var log:Array<String> = []; final n:String; public function new(n) { this.n = n; open++; log.push('+$n'); } public function close() { open--; log.push('-$n'); } public static function using_<T>(n:String, f:Resource_->T):T { var r = new Resource_(n); return try { var v = f(r); r.close(); v; } catch (e:Exception) { r.close(); throw e; } } }
class Retry { public static function run<T>(times:Int, f:Int->T):T { var last:Exception = null; for (i in 0...times) try return f(i) catch (e:NotFound) throw e catch (e:Exception) last = e; throw new AppError('gave up after $times', 2, last); } }
class Main {
	static function level(n:Int):Int return switch n { case 0: throw "bottom"; case 1: throw new NotFound("thing"); case 2: throw 42; case 3: throw { code: 7 }; case 4: var a:Array<Int> = null; a.length; case 5: throw "five"; case _: n; }
	static function classify(n:Int):String { try { return 'ok ${level(n)}'; } catch (e:NotFound) { return 'nf ${e.code} ${e.message}'; } catch (e:AppError) { return 'app $e'; } catch (s:String) { return 's $s'; } catch (i:Int) { return 'i $i'; } catch (e:ValueException) { return 'v ' + (e.value : Dynamic).code; } catch (e:Exception) { return 'other'; } }
	static function fin():String { var s = ""; for (i in 0...4) { try { if (i == 1) continue; if (i == 3) break; s += i; try { if (i == 2) throw "x"; } catch (e:Int) s += "never"; } catch (e:Dynamic) { s += 'c$e'; } s += ";"; } return s; }
	static function main() {
		for (i in 0...7) Sys.println(classify(i));
		Sys.println(fin() + " " + (try throw new AppError("m") catch (e:Exception) e.message + (e is AppError)));
		try Resource_.using_("a", a -> Resource_.using_("b", b -> { if (Resource_.log.length == 2) throw new AppError("inside", 5); 1; })) catch (e:AppError) Sys.println(e + " " + Resource_.log.join(","));
		Sys.println(Resource_.using_("c", _ -> "val"));
		Sys.println(Retry.run(3, i -> i == 2 ? 'third' : throw 'fail$i')); try Retry.run(2, i -> throw 'fail$i') catch (e:AppError) Sys.println(e.message + " / " + e.previous.message + " " + e.code); try Retry.run(5, _ -> throw new NotFound("k")) catch (e:Exception) Sys.println(e.message);
		try { try throw "first" catch (e:String) throw e + "-second"; } catch (e:String) Sys.println(e);
		var e = new Exception("plain"); Sys.println(e.message + " " + e.toString() + " " + (e.previous == null) + " " + (e.stack.length >= 0) + " " + (e.details().length > 0));
		var counter = { var c = 0; { inc: () -> ++c, get: () -> c, reset: function(?to:Int) c = to == null ? 0 : to }; }; counter.inc(); counter.inc(); Sys.print(counter.get() + " "); counter.reset(10); counter.inc(); Sys.print(counter.get() + " "); counter.reset(); Sys.println(counter.get());
		var adders = [for (i in 1...4) (x:Int) -> x + i], comp = Lambda.fold(adders, (f, acc:Int->Int) -> x -> f(acc(x)), x -> x); Sys.println(comp(10)); function fact(n:Int):Float return n < 2 ? 1.0 : n * fact(n - 1); Sys.println(fact(20)); function even(n:Int):Bool return n == 0 || odd_(n - 1); 
		var s = "Héllo wörld ✓ 日本"; Sys.println(s.length + " " + s.toUpperCase() + " " + s.charAt(1) + " " + s.charCodeAt(14) + " " + s.indexOf("日") + " " + s.split(" ").length + " " + s.substr(-2) + " " + [for (c in new haxe.iterators.StringIteratorUnicode("a✓")) c].join(",") + " " + haxe.io.Bytes.ofString(s).length);
		var b = new StringBuf(); for (i in 0...3) { b.add(i); b.addChar("-".code); b.addSub("abcdef", i, 2); } Sys.println(b.toString() + b.length);
		Sys.println([0x7fffffff + 1, -2147483648 - 1, 1 << 31, 1 << 3, -1 >>> 28, -7 % 3, 7 % -3, -1 >> 5, ~0, 5 & 3 | 8 ^ 1, 65536 * 65536, 123456789 * 1000].join(" ")); Sys.println([7 / 2, -7 / 2, 1 / 0, 1e21, 1e-7, 0.1 + 0.5, 100.0, -0.0, 1.5e300 * 1e10, 5 % 2.5, -5.5 % 2].join(" ")); Sys.println([Math.round(-2.5), Math.round(2.5), Math.floor(-0.5), Math.ceil(-0.5), Std.int(-3.9), Std.parseInt("0x10"), Std.parseInt("-12abc"), Math.round(1e9 + .5)].join(" "));
		var i = 5; i += i++ + ++i; var a = [1, 2, 3], k = 0; a[k++] += 10; a[k] = a[k++] + k; Sys.println(i + " " + a + " " + k + " " + (k > 1 ? "big" : "small") + (i != 5 && a.length == 3 || false)); var x:Null<Int> = null; Sys.println((x == null) + " " + x + " " + (x == 0)); x = 3; x++; Sys.println(x * 2); var f:Float = x; Sys.println(f / 8); var arr:Array<Null<Int>> = [1, null, 3]; Sys.println(arr + " " + arr.filter(v -> v != null).length);
		var text = 'multi
line ${1 + 1} ${"nested " + '${i > 3 ? "yes" : "no"}'} $$5'; Sys.println(text.split("\n").length + text); Sys.println("tab\there \"q\" \\ \x41 \u00e9".length);
		var sw = [for (v in [0, 1, 5, 10, 11, -1]) switch v { case 0: "zero"; case 1 | 2 | 3: "few"; case n if (n < 0): "neg"; case n if (n % 2 == 0): "even" + n; case _: "odd"; }]; Sys.println(sw.join(" ")); var res = { var sum = 0; for (i in 0...10) { if (i % 2 == 0) continue; if (i > 7) break; sum += i; } sum; }; Sys.println(res); var w = 0; while (true) { if (++w > 3) break; } do { w--; } while (w > 0); Sys.println(w);
	}
	static function odd_(n:Int):Bool return n != 0;
}
