package lib.core;
@:using(lib.core.Result.ResultTools)
enum Result<T, E> { Ok(v:T); Err(e:E); }
class ResultTools {
	public static function map<T, U, E>(r:Result<T, E>, f:T->U):Result<U, E> return switch r { case Ok(v): Ok(f(v)); case Err(e): Err(e); }
	public static inline function unwrapOr<T, E>(r:Result<T, E>, d:T):T return switch r { case Ok(v): v; case Err(_): d; }
	public static function and<T, U, E>(r:Result<T, E>, f:T->Result<U, E>):Result<U, E> return switch r { case Ok(v): f(v); case Err(e): Err(e); }
}
typedef Attempt<T> = Result<T, String>;
