package ofl.events;
#if !flash
#if (haxe_ver >= 4.0) enum #else @:enum #end abstract EventPhase(Null<Int>)
{
	public var AT_TARGET = 1;
	public var BUBBLING_PHASE = 2;
	public var CAPTURING_PHASE = 0;
	@:from private static function fromString(value:String):EventPhase
	{
		return switch (value)
		{
			case "atTarget": AT_TARGET;
			case "bubblingPhase": BUBBLING_PHASE;
			case "capturingPhase": CAPTURING_PHASE;
			default: null;
		}
	}
	@:to private function toString():String
	{
		return switch (cast this : EventPhase)
		{
			case EventPhase.AT_TARGET: "atTarget";
			case EventPhase.BUBBLING_PHASE: "bubblingPhase";
			case EventPhase.CAPTURING_PHASE: "capturingPhase";
			default: null;
		}
	}
}
#else
typedef EventPhase = flash.events.EventPhase;
#end
