package ofl.display;
import ofl.events.*;
import ofl.events.EventDispatcher;
import ofl.geom.Matrix;

@:access(ofl.events.Event) @:access(ofl.geom.Matrix)
class DisplayObject extends EventDispatcher
{
	@:noCompletion private static var __instanceCount:Int = 0;
	@:keep public var alpha(get, set):Float;
	public var name(get, set):String;
	public var parent(default, null):DisplayObjectContainer;
	public var root(get, null):DisplayObject;
	public var rotation(get, set):Float;
	public var visible(get, set):Bool;
	@:keep public var x(get, set):Float;
	@:keep public var y(get, set):Float;
	public var width(get, set):Float;
	private var __alpha:Float = 1;
	private var __name:String;
	private var __rotation:Float;
	private var __transform:Matrix;
	private var __visible:Bool = true;
	private var __dirty:Bool;
	private function new()
	{
		super();
		__transform = new Matrix();
		__rotation = 0;
		name = "instance" + (++__instanceCount);
	}
	private function __getBounds(rect:Rectangle, matrix:Matrix):Void {}
	public function localToGlobal(p:Point):Point
	{
		var m = Matrix.__get(), o = this;
		while (o != null) { m.concat(o.__transform); o = o.parent; }
		var r = m.transformPoint(p);
		Matrix.__release(m);
		return r;
	}
	override private function __dispatchEvent(event:Event):Bool
	{
		var result = super.__dispatchEvent(event);
		if (event.__isCanceled) return true;
		if (event.bubbles && parent != null && parent != this)
		{
			event.eventPhase = EventPhase.BUBBLING_PHASE;
			if (event.target == null) event.target = this;
			parent.__dispatchEvent(event);
		}
		return result;
	}
	@:keep @:noCompletion private function get_alpha():Float return __alpha;
	@:keep @:noCompletion private function set_alpha(value:Float):Float
	{
		if (value > 1.0) value = 1.0;
		if (value < 0.0) value = 0.0;
		if (value != __alpha) __dirty = true;
		return __alpha = value;
	}
	private function get_name():String return __name;
	private function set_name(value:String):String return __name = value;
	private function get_root():DisplayObject { var o:DisplayObject = this; while (o.parent != null) o = o.parent; return o; }
	private function get_rotation():Float return __rotation;
	private function set_rotation(value:Float):Float { if (value != __rotation) { __rotation = value; var r = value * Math.PI / 180; __transform.a = Math.cos(r); __transform.b = Math.sin(r); __transform.c = -__transform.b; __transform.d = __transform.a; } return value; }
	private function get_visible() return __visible;
	private function set_visible(v) return __visible = v;
	private function get_x():Float return __transform.tx;
	private function set_x(value:Float):Float { if (value != __transform.tx) __dirty = true; return __transform.tx = value; }
	private function get_y():Float return __transform.ty;
	private function set_y(value:Float):Float return __transform.ty = value;
	private function get_width():Float { var r = new Rectangle(); __getBounds(r, __transform); return r.width; }
	private function set_width(v:Float):Float { var r = new Rectangle(); __getBounds(r, new Matrix()); __transform.a = v / r.width; return v; }
}
class Shape extends DisplayObject
{
	var w:Float; var h:Float;
	public function new(w:Float, h:Float) { super(); this.w = w; this.h = h; }
	override private function __getBounds(rect:Rectangle, matrix:Matrix):Void { rect.width = w * matrix.a; rect.height = h * matrix.d; }
}
@:access(ofl.events.Event)
class DisplayObjectContainer extends DisplayObject
{
	public var numChildren(get, never):Int;
	private var __children:Array<DisplayObject>;
	public function new() { super(); __children = new Array<DisplayObject>(); }
	public function addChild(child:DisplayObject):DisplayObject return addChildAt(child, numChildren);
	public function addChildAt(child:DisplayObject, index:Int):DisplayObject
	{
		if (child == null) throw "Parameter child must be non-null.";
		if (child.parent != null) child.parent.removeChild(child);
		__children.insert(index, child);
		child.parent = this;
		var event = new Event(Event.ADDED, true);
		event.target = child;
		child.__dispatchEvent(event);
		return child;
	}
	public function removeChild(child:DisplayObject):DisplayObject { if (child != null && child.parent == this) { __children.remove(child); child.parent = null; } return child; }
	public function getChildByName(name:String):DisplayObject { for (child in __children) if (child.name == name) return child; return null; }
	override private function __getBounds(rect, matrix) for (c in __children) { var r = new Rectangle(); c.__getBounds(r, c.__transform); if (r.width + c.x > rect.width) rect.width = r.width + c.x; }
	private function get_numChildren():Int return __children.length;
}
