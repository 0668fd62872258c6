// expect: ONE!,TWO! a ? ?
// expect: $12.50$25.00£6.22 true Usd £
// expect: bad money 12
// expect: > 1 hello
// expect: > 2 yes
// expect: > 3 dbg
// expect: > 4 size 2 cache 2
// expect: 9[1]ababab7-1
// expect: Ok(4)
// expect: > 0
import app.Service as Svc;
import app.model.Money;
import app.model.Currency;
import app.model.Currency.Currency.*;
import app.model.Currency.sign;
import lib.core.Log;
import lib.core.Log.Logger;
import lib.core.Log.Level;
import Math.max as biggest;
import Std.*;
class Main { static function main() {
	var s = new Svc(); Sys.println(s.names() + " " + s.tag(2) + " " + s.tag(1) + " " + s.tag(9));
	var m:Money = "$12.50"; Sys.println(m.toString() + (m * 2 : String) + s.total(["€1.00", "$5", "£2.05"]).toString() + " " + (m > ("€9.99" : Money)) + " " + Usd + " " + sign(Gbp));
	try { var bad:Money = "12"; Sys.println(bad.cents); } catch (e:String) Sys.println(e);
	say("hello"); var l = new Logger(); l.put(Debug, "no"); l.put(Warn, "yes"); l.min = Debug; l.put(Level.Debug, "dbg"); Sys.println(s.stats());
	Sys.println(biggest(1, 2) + int(3.7) + parseInt("4") + string([1]) + "ab".times(3) + ("7" : String).toIntOr(1) + (null : String).toIntOr(-1));
	var r:Attempt<Int> = Ok(3); Sys.println(r.map(x -> x + 1)); Sys.println(prefix + lines.length);
} }
