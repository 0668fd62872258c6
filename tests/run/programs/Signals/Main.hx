// expect: 2
// expect: b.on0
// expect: a.on0
// expect: 1
// expect: a.on0
// expect: 0
// expect: You cannot addOnce()
// expect: b.on2(x, 1.5)
// expect: anon x 1.5
// expect: a.on2(x, 1.5)
// expect: a.on1(99)
// expect: 0
// expect: 5s
// expect: {a: 1}
// expect: null
// expect: [1,2]
import msignal.Signal;
import msignal.SlotList;

class Listener {
	var name:String;
	public function new(n) name = n;
	public function on0() Sys.println('$name.on0');
	public function on1(v:Int) Sys.println('$name.on1($v)');
	public function on2(a:String, b:Float) Sys.println('$name.on2($a, $b)');
}
class Button {
	public var clicked(default, null):Signal0 = new Signal0();
	public var moved(default, null) = new Signal2<String, Float>();
	public function new() {}
}
class Main {
	static function main() {
		var l = new Listener("a"), l2 = new Listener("b");
		var b = new Button();
		b.clicked.add(l.on0);
		b.clicked.add(l.on0);
		b.clicked.addOnce(l2.on0);
		Sys.println(b.clicked.numListeners);
		b.clicked.dispatch();
		Sys.println(b.clicked.numListeners);
		b.clicked.dispatch();
		b.clicked.remove(l.on0);
		Sys.println(b.clicked.numListeners);
		try { b.clicked.add(l.on0); b.clicked.addOnce(l.on0); } catch (e:String) Sys.println(e.substr(0, 20));
		b.moved.addWithPriority(l.on2, 1);
		b.moved.addWithPriority(l2.on2, 5);
		b.moved.addWithPriority(function(s, f) Sys.println('anon $s $f'), 3);
		b.moved.dispatch("x", 1.5);
		var s1 = new Signal1<Int>(Int);
		var slot = s1.add(l.on1);
		slot.param = 99;
		s1.dispatch(1);
		slot.enabled = false;
		s1.dispatch(2);
		slot.remove();
		Sys.println(s1.numListeners);
		s1.dispatch(3);
		Sys.println(new Dummy(5).v + new Dummy("s").v);
		var sd = new Signal1<Dynamic>();
		sd.add(function(d) Sys.println(Std.string(d)));
		sd.dispatch({a: 1});
		sd.dispatch(null);
		sd.dispatch([1, 2]);
	}
}
