package app.model;
import app.model.Currency;
import app.model.Currency.sign;
import app.model.Currency.parse;
import app.model.Currency.rate as currencyRate;
abstract Money({ cents:Int, cur:Currency }) {
	public inline function new(c, cur) this = { cents: c, cur: cur };
	public var cents(get, never):Int; inline function get_cents() return this.cents;
	public function to(c:Currency) return new Money(Math.round(this.cents * currencyRate(this.cur) / currencyRate(c)), c);
	@:op(A + B) function add(o:Money):Money return new Money(this.cents + o.to(this.cur).cents, this.cur);
	@:op(A * B) @:commutative static function mul(a:Money, k:Float):Money return new Money(Math.round(a.cents * k), a.cur());
	public function cur() return this.cur;
	@:op(A > B) static function gt(a:Money, b:Money):Bool return a.cents > b.to(a.cur()).cents;
	@:to public function toString():String return sign(this.cur) + Std.int(this.cents / 100) + "." + StringTools.lpad(Std.string(this.cents % 100), "0", 2);
	@:from static function ofString(s:String):Money { var r = ~/^([$€£])(\d+)(?:\.(\d\d))?$/; if (!r.match(s)) throw 'bad money $s'; return new Money(Std.parseInt(r.matched(2)) * 100 + r.matched(3).toIntOr(0), parse(r.matched(1))); }
}
