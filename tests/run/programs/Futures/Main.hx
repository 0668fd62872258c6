// expect: ok 6
// expect: Some(6)
// expect: 6
// expect: 6
// expect: fail 500 Error#500: odd: 7
// expect: None
// expect: -1
// expect: threw odd: 7
// expect: fail 400 Error#400: not a number: x
// expect: None
// expect: -1
// expect: threw not a number: x
// expect: true
// expect: Failure(r:bad)
// expect: Success(1)
// expect: 0
// expect: v42!v42!1
// expect: v42!
// expect: const
// expect: true
// expect: false
// expect: none m15 m25 map6
// expect: 5
// expect: first 100
// expect: both 1 two
// expect: [0,1,4,9,16]
// expect: Success(4.5)
// expect: 1:hey
// expect: 2:HEY
// expect: 0
import ds.Callback;
import ds.Future;
import ds.Lazy;
import ds.Outcome;
using ds.Outcome.OutcomeTools;
using StringTools;
using Lambda;

typedef Surprise<D, F> = Future<Outcome<D, F>>;

class Main {
	static function parse(s:String):Outcome<Int, TypedError>
		return switch Std.parseInt(s) {
			case null: Failure(new TypedError(400, 'not a number: $s'));
			case v: Success(v);
		}
	static function half(i:Int):Outcome<Float, TypedError>
		return i % 2 == 0 ? Success(i / 2) : Failure(new TypedError('odd: $i'));
	static function main() {
		for (s in ["12", "7", "x"]) {
			var o = parse(s).flatMap(half);
			Sys.println(switch o {
				case Success(d): 'ok $d';
				case Failure(e): 'fail ${e.code} $e';
			});
			Sys.println(o.toOption());
			Sys.println(o.orUse(-1.));
			try Sys.println(o.sure()) catch (e:String) Sys.println("threw " + e);
		}
		Sys.println(parse("4").map(function(x) return x * 2).equals(8));
		Sys.println(OutcomeTools.attempt(function():Int throw "bad", function(e) return "r:" + e));
		Sys.println(Success(Success(1)).flatten());
		var n = 0;
		var l:Lazy<Int> = function() { n++; return 42; };
		var m = l.map(function(x) return 'v$x').flatMap(function(s) return (function() return s + "!" : Lazy<String>));
		Sys.println(n);
		Sys.println(m.get() + m.get() + n);
		var direct:String = m;
		Sys.println(direct);
		var c:Lazy<String> = "const";
		Sys.println(c.get());

		var t = Future.trigger();
		var log = [];
		var link = t.handle(function(x:Int) log.push('a$x'));
		t.handle(function() log.push('none'));
		t.handle([function(x) log.push('m1$x'), function(x) log.push('m2$x')]);
		t.asFuture().map(function(x) return x + 1).handle(function(x) log.push('map$x'));
		link.cancel();
		Sys.println(t.trigger(5));
		Sys.println(t.trigger(6));
		Sys.println(log.join(" "));
		Sys.println(CallbackList.pooled());
		var f1:FutureTrigger<Int> = Future.trigger();
		var f2:FutureTrigger<String> = Future.trigger();
		(f1.asFuture() + f2.asFuture()).handle(function(p) Sys.println('both ${p.a} ${p.b}'));
		f1.asFuture().or(Future.sync(100)).handle(function(v) Sys.println('first $v'));
		f1.trigger(1);
		f2.trigger("two");
		Future.ofMany([for (i in 0...5) Future.sync(i * i)]).handle(function(a) Sys.println(a));
		var s:Surprise<Int, String> = Future.sync(Success(3));
		(s >> function(x:Int) return x * 1.5).handle(function(o) Sys.println(o));
		var lst:CallbackList<String> = new CallbackList();
		var l1 = lst.add(function(s) Sys.println("1:" + s)), l2 = lst.add(function(s) Sys.println("2:" + s.toUpperCase()));
		lst.invoke("hey");
		(l1 & l2).cancel();
		Sys.println(lst.length);
	}
}
