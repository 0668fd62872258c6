package ds;
import haxe.ds.Option;
using ds.Outcome.OutcomeTools;

enum Outcome<Data, Failure> {
	Success(data:Data);
	Failure(failure:Failure);
}

class OutcomeTools {
	static public function sure<D, F>(outcome:Outcome<D, F>):D
		return switch (outcome) {
			case Success(data): data;
			case Failure(failure):
				switch Std.downcast(cast failure, TypedError) {
					case null: throw failure;
					case e: throw e.message;
				}
		}
	static public function toOption<D, F>(outcome:Outcome<D, F>):Option<D>
		return switch (outcome) {
			case Success(data): Some(data);
			case Failure(_): None;
		}
	static public inline function orUse<D, F>(outcome:Outcome<D, F>, fallback:D):D
		return switch (outcome) {
			case Success(data): data;
			case Failure(_): fallback;
		}
	static public inline function orTry<D, F>(outcome:Outcome<D, F>, fallback:Outcome<D, F>)
		return switch (outcome) {
			case Success(_): outcome;
			case Failure(_): fallback;
		}
	static public function equals<D, F>(outcome:Outcome<D, F>, to:D):Bool
		return switch (outcome) {
			case Success(data): data == to;
			case Failure(_): false;
		}
	static public inline function map<A, B, F>(outcome:Outcome<A, F>, transform:A->B)
		return switch (outcome) {
			case Success(a): Success(transform(a));
			case Failure(f): Failure(f);
		}
	static public inline function isSuccess<D, F>(outcome:Outcome<D, F>):Bool
		return outcome.match(Success(_));
	static public function flatMap<DIn, FIn, DOut, FOut>(o:Outcome<DIn, FIn>, mapper:OutcomeMapper<DIn, FIn, DOut, FOut>):Outcome<DOut, FOut>
		return mapper.apply(o);
	static public function attempt<D, F>(f:Void->D, report:Dynamic->F)
		return try Success(f()) catch (e:Dynamic) Failure(report(e));
	static public function flatten<D, F>(o:Outcome<Outcome<D, F>, F>):Outcome<D, F>
		return switch o {
			case Success(Success(d)): Success(d);
			case Success(Failure(f)) | Failure(f): Failure(f);
		}
}

class TypedError {
	public var message:String;
	public var code:Int;
	public function new(?code:Int = 500, message:String) { this.code = code; this.message = message; }
	public function toString() return 'Error#$code: $message';
}

private abstract OutcomeMapper<DIn, FIn, DOut, FOut>({ f: Outcome<DIn, FIn>->Outcome<DOut, FOut> }) {
	function new(f:Outcome<DIn, FIn>->Outcome<DOut, FOut>) this = { f: f };
	public function apply(o) return this.f(o);
	@:from static function withSameError<In, Out, Error>(f:In->Outcome<Out, Error>):OutcomeMapper<In, Error, Out, Error> {
		return new OutcomeMapper(function (o) return switch (o) {
			case Success(d): f(d);
			case Failure(f): Failure(f);
		});
	}
}
