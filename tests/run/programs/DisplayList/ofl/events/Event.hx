package ofl.events;

#if !flash
import ofl.events.EventPhase;

#if !openfl_debug
@:fileXml('tags="haxe,release"')
@:noDebug
#end
class Event
{
	public static inline var ADDED:EventType<Event> = "added";
	public static inline var CHANGE:EventType<Event> = "change";
	public static inline var COMPLETE:EventType<Event> = "complete";
	public var bubbles(default, null):Bool;
	public var cancelable(default, null):Bool;
	public var currentTarget(default, null):#if (haxe_ver >= "3.4.2") Any #else IEventDispatcher #end;
	public var eventPhase(default, null):EventPhase;
	public var target(default, null):#if (haxe_ver >= "3.4.2") Any #else IEventDispatcher #end;
	public var type(default, null):String;
	@:noCompletion private var __isCanceled:Bool;
	@:noCompletion private var __isCanceledNow:Bool;
	@:noCompletion private var __preventDefault:Bool;

	public function new(type:String, bubbles:Bool = false, cancelable:Bool = false)
	{
		this.type = type;
		this.bubbles = bubbles;
		this.cancelable = cancelable;
		eventPhase = EventPhase.AT_TARGET;
	}
	public function clone():Event
	{
		var event = new Event(type, bubbles, cancelable);
		event.eventPhase = eventPhase;
		event.target = target;
		event.currentTarget = currentTarget;
		return event;
	}
	public function formatToString(className:String, p1:String = null, p2:String = null, p3:String = null):String
	{
		var parameters = [];
		if (p1 != null) parameters.push(p1);
		if (p2 != null) parameters.push(p2);
		if (p3 != null) parameters.push(p3);
		return Reflect.callMethod(this, __formatToString, [className, parameters]);
	}
	public function isDefaultPrevented():Bool return __preventDefault;
	public function preventDefault():Void { if (cancelable) __preventDefault = true; }
	public function stopImmediatePropagation():Void { __isCanceled = true; __isCanceledNow = true; }
	public function stopPropagation():Void { __isCanceled = true; }
	public function toString():String return __formatToString("Event", ["type", "bubbles", "cancelable"]);
	@:noCompletion private function __formatToString(className:String, parameters:Array<String>):String
	{
		var output = '[$className';
		var arg:Dynamic = null;
		for (param in parameters)
		{
			arg = Reflect.field(this, param);
			if (#if (haxe_ver >= 4.2) Std.isOfType #else Std.is #end (arg, String)) output += ' $param="$arg"';
			else output += ' $param=$arg';
		}
		output += "]";
		return output;
	}
	@:noCompletion private function __init():Void
	{
		target = null;
		currentTarget = null;
		bubbles = false;
		cancelable = false;
		eventPhase = AT_TARGET;
		__isCanceled = false;
		__isCanceledNow = false;
		__preventDefault = false;
	}
}
#else
typedef Event = flash.events.Event;
#end
