// expect: added instance2 phase bubblingPhase
// expect: added instance3 phase bubblingPhase
// expect: 13,6 true 1
// expect: 10 13
// expect: 50 0.75 0.75
// expect: 9
// expect: first 7
// expect: ping 7 ofl.display.Shape
// expect: bubbled true [Custom type="ping" data=7]
// expect: true
// expect: ping 8 ofl.display.Shape
// expect: true
// expect: false [object Shape] [Event type="x" bubbles=false cancelable=false]
// expect: true false
// expect: (x=4, y=0, w=16, h=30) (x=10, y=10, w=10, h=5) true
// expect: true
// expect: Parameter child must be non-null.
package;
import ofl.display.Display;
import ofl.events.Event;
import ofl.events.EventDispatcher;
import ofl.events.EventPhase;
import ofl.geom.Matrix;
class Custom extends Event { public static inline var PING = "ping"; public var data:Int; public function new(d) { super(PING, true, true); data = d; }
	override public function clone():Event return new Custom(data); override public function toString() return formatToString("Custom", "type", "data"); }
class Main extends DisplayObjectContainer {
	static function main() new Main();
	public function new() {
		super();
		var a = new DisplayObjectContainer(), b = new Shape(10, 20);
		addEventListener(Event.ADDED, function(e:Event) { Sys.println("added " + cast(e.target, DisplayObject).name + " phase " + (e.eventPhase : String)); });
		addChild(a);
		a.addChild(b);
		a.x = 10; a.y = 5; b.x = 3; b.rotation = 90;
		var p = b.localToGlobal(new Point(1, 0));
		Sys.println(Math.round(p.x) + "," + Math.round(p.y) + " " + (b.root == this) + " " + a.numChildren);
		b.rotation = 0;
		Sys.println(b.width + " " + a.width);
		b.width = 50;
		b.alpha = 1.7;
		b.alpha -= 0.25;
		Sys.println(b.width + " " + b.alpha + " " + Reflect.getProperty(b, "alpha"));
		Reflect.setProperty(b, "x", 9);
		Sys.println(b.x);
		b.addEventListener("ping", onPing, false, 1);
		b.addEventListener("ping", onPing);
		b.addEventListener("ping", function once(e:Custom) { Sys.println("first " + e.data); b.removeEventListener("ping", once); }, false, 10);
		addEventListener(Custom.PING, function(e:Custom) Sys.println("bubbled " + (e.currentTarget == this) + " " + e));
		Sys.println(b.dispatchEvent(new Custom(7)));
		Sys.println(b.dispatchEvent(new Custom(8)));
		b.removeEventListener("ping", onPing);
		Sys.println(b.hasEventListener("ping") + " " + b.toString() + " " + new Event("x").clone());
		var m = new Matrix(2, 0, 0, 2, 5, 5), i = m.clone().invert();
		m.concat(i);
		Sys.println(m.equals(new Matrix()) + " " + m.equals(null));
		var r = new Rectangle(0, 0, 10, 10);
		r.left = 4; r.bottomRight = new Point(20, 30);
		Sys.println(r + " " + r.intersection(new Rectangle(10, 10, 100, 5)) + " " + r.contains(5, 29.5));
		var ph:EventPhase = "bubblingPhase";
		Sys.println(ph == BUBBLING_PHASE);
		try addChild(null) catch (e:String) Sys.println(e);
	}
	function onPing(e:Custom) { Sys.println("ping " + e.data + " " + Type.getClassName(Type.getClass(e.target))); if (e.data == 8) { e.preventDefault(); e.stopPropagation(); } }
}
