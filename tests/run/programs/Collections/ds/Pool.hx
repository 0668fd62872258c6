package ds;

interface Hashable { var key(default, null):Int; }
interface Cloneable<T> { function clone():T; }
interface Comparable<T> { function compare(other:T):Int; }
interface Visitable { function visit(preflight:Bool, userData:Dynamic):Bool; }
interface Itr<T> {
	function hasNext():Bool;
	function next():T;
	function remove():Void;
	function reset():Itr<T>;
}
interface Collection<T> extends Hashable {
	var size(get, never):Int;
	function free():Void;
	function contains(val:T):Bool;
	function remove(val:T):Bool;
	function clear(gc:Bool = false):Void;
	function iterator():Itr<T>;
	function isEmpty():Bool;
	function toArray():Array<T>;
	function clone(byRef:Bool, copier:T->T = null):Collection<T>;
}
class HashKey { static var _counter = 0; public static inline function next():Int return _counter++; }

#if generic
@:generic
#end
class LinkedQueue<T> implements Collection<T> {
	public var key(default, null):Int = HashKey.next();
	public var reuseIterator:Bool = false;
	public var size(get, never):Int;
	inline function get_size():Int return mSize;
	var mHead:LinkedQueueNode<T>;
	var mTail:LinkedQueueNode<T>;
	var mSize:Int = 0;
	var mReservedSize:Int;
	var mPoolSize:Int = 0;
	var mHeadPool:LinkedQueueNode<T>;
	var mTailPool:LinkedQueueNode<T>;
	var mIterator:LinkedQueueIterator<T> = null;
	public function new(reservedSize:Null<Int> = 0, ?source:Array<T>) {
		mReservedSize = reservedSize;
		if (reservedSize > 0) mHeadPool = mTailPool = new LinkedQueueNode<T>(cast null);
		if (source != null) for (i in 0...source.length) enqueue(source[i]);
	}
	public inline function peek():T { #if debug if (mHead == null) throw "empty"; #end return mHead.val; }
	public inline function enqueue(val:T) {
		mSize++;
		var node = getNode(val);
		if (mHead == null) { mHead = mTail = node; mHead.next = mTail; }
		else { mTail.next = node; mTail = node; }
	}
	public function dequeue():T {
		var node = mHead;
		mSize--;
		if (mHead == mTail) { mHead = null; mTail = null; }
		else mHead = mHead.next;
		return putNode(node);
	}
	inline function getNode(x:T):LinkedQueueNode<T> {
		return if (mReservedSize == 0 || mPoolSize == 0) new LinkedQueueNode<T>(x);
		else {
			var n = mHeadPool;
			mHeadPool = mHeadPool.next;
			mPoolSize--;
			n.val = x;
			n;
		}
	}
	inline function putNode(x:LinkedQueueNode<T>):T {
		var val = x.val;
		if (mReservedSize > 0 && mPoolSize < mReservedSize) {
			mTailPool = mTailPool.next = x;
			x.val = cast null;
			x.next = null;
			mPoolSize++;
		}
		return val;
	}
	public function pool() return mPoolSize;
	public function free() { mHead = mTail = null; mIterator = null; }
	public function contains(val:T):Bool {
		var node = mHead;
		while (node != null && node != mTail) { if (node.val == val) return true; node = node.next; }
		return node != null && node.val == val;
	}
	public function remove(val:T):Bool {
		var a = toArray(), found = false;
		clear();
		for (x in a) if (x == val) found = true else enqueue(x);
		return found;
	}
	public function clear(gc:Bool = false) { mHead = mTail = null; mSize = 0; }
	public function iterator():Itr<T> {
		if (reuseIterator) {
			if (mIterator == null) mIterator = new LinkedQueueIterator<T>(this);
			else mIterator.reset();
			return mIterator;
		} else return new LinkedQueueIterator<T>(this);
	}
	public inline function isEmpty():Bool return mSize == 0;
	public function toArray():Array<T> { var out = []; for (x in this) out.push(x); return out; }
	public function clone(byRef:Bool, copier:T->T = null):Collection<T> {
		var copy = new LinkedQueue<T>();
		for (v in this) copy.enqueue(byRef ? v : copier != null ? copier(v) : (cast (v, Cloneable<Dynamic>)).clone());
		return copy;
	}
}
#if generic
@:generic
#end
@:allow(ds.LinkedQueue) @:allow(ds.LinkedQueueIterator)
class LinkedQueueNode<T> {
	public var val:T;
	public var next:LinkedQueueNode<T>;
	public function new(val:T) this.val = val;
}
#if generic
@:generic
#end
@:access(ds.LinkedQueue)
class LinkedQueueIterator<T> implements Itr<T> {
	var mObject:LinkedQueue<T>;
	var mWalker:LinkedQueueNode<T>;
	var mHook:LinkedQueueNode<T>;
	public function new(x:LinkedQueue<T>) { mObject = x; reset(); }
	public inline function reset():Itr<T> { mWalker = mObject.mHead; mHook = null; return this; }
	public inline function hasNext():Bool return mWalker != null;
	public inline function next():T {
		var x:T = mWalker.val;
		mHook = mWalker;
		mWalker = mWalker == mObject.mTail ? null : mWalker.next;
		return x;
	}
	public function remove() mObject.remove(mHook.val);
}
typedef HeapElem = { position:Int };
@:generic
class Heap<T:HeapElem & Comparable<T>> {
	var mData:haxe.ds.Vector<T>;
	public var size(default, null) = 0;
	public function new(cap = 4) { mData = new haxe.ds.Vector<T>(cap + 1); }
	public function add(x:T) {
		if (size + 1 >= mData.length) {
			var n = new haxe.ds.Vector<T>(mData.length * 2);
			haxe.ds.Vector.blit(mData, 0, n, 0, mData.length);
			mData = n;
		}
		mData.set(++size, x);
		x.position = size;
		up(size);
	}
	public function pop():T {
		var top = mData.get(1);
		mData.set(1, mData.get(size));
		mData[size--] = cast null;
		if (size > 0) down(1);
		return top;
	}
	public function change(x:T, hint:Int) if (hint >= 0) up(x.position) else down(x.position);
	function up(i:Int) {
		var p = i >> 1, t = mData[i];
		while (p > 0) {
			var q = mData[p];
			if (t.compare(q) > 0) { mData[i] = q; q.position = i; i = p; p >>= 1; } else break;
		}
		mData[i] = t;
		t.position = i;
	}
	function down(i:Int) {
		var c = i << 1, t = mData[i];
		while (c <= size) {
			if (c < size && mData[c].compare(mData[c + 1]) < 0) c++;
			if (t.compare(mData[c]) < 0) { mData[i] = mData[c]; mData[i].position = i; i = c; c <<= 1; } else break;
		}
		mData[i] = t;
		t.position = i;
	}
}
class Bits {
	public static inline var BIT_01 = 1 << 0;
	public static inline var BIT_02 = 1 << 1;
	public static inline var ALL = BIT_01 | BIT_02 | ~0x7fffffff;
	inline public static function getBits(x:Int, mask:Int):Int return x & mask;
	inline public static function hasBits(x:Int, mask:Int):Bool return (x & mask) != 0;
	inline public static function incBits(x:Int, mask:Int):Int return x & mask != 0 ? x & mask == mask ? x : x | mask : x | mask;
	inline public static function ones(x:Int) {
		x -= ((x >> 1) & 0x55555555);
		x = (((x >> 2) & 0x33333333) + (x & 0x33333333));
		x = (((x >> 4) + x) & 0x0f0f0f0f);
		x += (x >> 8);
		x += (x >> 16);
		return (x & 0x0000003f);
	}
	public static function reverse(x:Int):Int {
		var y = 0x55555555;
		x = (((x >> 1) & y) | ((x & y) << 1));
		y = 0x33333333;
		x = (((x >> 2) & y) | ((x & y) << 2));
		y = 0x0f0f0f0f;
		x = (((x >> 4) & y) | ((x & y) << 4));
		y = 0x00ff00ff;
		x = (((x >> 8) & y) | ((x & y) << 8));
		return ((x >> 16) | (x << 16));
	}
}
