package ofl.events;
abstract EventType<T>(String) from String to String
{
	#if (haxe_ver < "4.2")
	#end
	@:op(A == B) private static inline function equals<T>(a:EventType<T>, b:String):Bool return (a : String) == b;
}
