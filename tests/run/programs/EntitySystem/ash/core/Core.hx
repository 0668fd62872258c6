package ash.core;

import haxe.ds.StringMap;

class ClassMap<K:Class<Dynamic>, V> implements haxe.Constraints.IMap<K, V> {
	private var valueMap:StringMap<V> = new StringMap();
	private var keyMap:StringMap<K> = new StringMap();
	public function new():Void {}
	public inline function get(k:K):Null<V> return valueMap.get(Type.getClassName(k));
	public inline function set(k:K, v:V):Void {
		var name:String = Type.getClassName(k);
		keyMap.set(name, k);
		valueMap.set(name, v);
	}
	public inline function exists(k:K):Bool return valueMap.exists(Type.getClassName(k));
	public inline function remove(k:K):Bool {
		var name:String = Type.getClassName(k);
		keyMap.remove(name);
		return valueMap.remove(name);
	}
	public inline function keys():Iterator<K> return keyMap.iterator();
	public inline function iterator():Iterator<V> return valueMap.iterator();
	@:runtime public inline function keyValueIterator():KeyValueIterator<K, V> return new haxe.iterators.MapKeyValueIterator(this);
	public function copy():ClassMap<K, V> {
		var c = new ClassMap<K, V>();
		for (k in keys()) c.set(k, get(k));
		return c;
	}
	public function clear():Void { valueMap.clear(); keyMap.clear(); }
	public inline function toString():String return valueMap.toString();
}

class Entity {
	private static var nameCount:Int = 0;
	public var name(default, set):String;
	public var componentAdded(default, null):Signal2<Entity, Class<Dynamic>>;
	public var componentRemoved(default, null):Signal2<Entity, Class<Dynamic>>;
	public var previous:Entity;
	public var next:Entity;
	public var components(default, null):ClassMap<Class<Dynamic>, Dynamic>;

	public function new(name:String = "") {
		componentAdded = new Signal2<Entity, Class<Dynamic>>();
		componentRemoved = new Signal2<Entity, Class<Dynamic>>();
		components = new ClassMap();
		if (name != "") this.name = name;
		else this.name = "_entity" + (++nameCount);
	}
	private inline function set_name(value:String):String {
		if (name != value) name = value;
		return value;
	}
	public function add<T>(component:T, componentClass:Class<Dynamic> = null):Entity {
		if (componentClass == null) componentClass = Type.getClass(component);
		if (components.exists(componentClass)) remove(componentClass);
		components.set(componentClass, component);
		componentAdded.dispatch(this, componentClass);
		return this;
	}
	public function remove<T>(componentClass:Class<Dynamic>):T {
		var component:T = cast components.get(componentClass);
		if (component != null) {
			components.remove(componentClass);
			componentRemoved.dispatch(this, componentClass);
			return component;
		}
		return null;
	}
	public function get<T>(componentClass:Class<T>):T return cast components.get(cast componentClass);
	public function getAll():Array<Dynamic> return [for (c in components) c];
	public function has<T>(componentClass:Class<T>):Bool return components.exists(componentClass);
}

class Signal2<A, B> {
	var ls:Array<A->B->Void> = [];
	public function new() {}
	public function add(f:A->B->Void):Void ls.push(f);
	public function dispatch(a:A, b:B):Void for (l in ls) l(a, b);
}
class Signal1<A> {
	var ls:Array<A->Void> = [];
	public function new() {}
	public function add(f:A->Void):Void ls.push(f);
	public function dispatch(a:A):Void for (l in ls) l(a);
}

class Node<TNode> {
	public var entity:Entity;
	public var previous:TNode;
	public var next:TNode;
}

class NodeList<TNode:Node<TNode>> {
	public var head(default, null):TNode;
	public var tail(default, null):TNode;
	public var empty(get, never):Bool;
	public var nodeAdded(default, null):Signal1<TNode> = new Signal1();
	public var nodeRemoved(default, null):Signal1<TNode> = new Signal1();
	public function new() {}
	public function add(node:TNode):Void {
		if (head == null) {
			head = tail = node;
			node.next = node.previous = null;
		} else {
			tail.next = node;
			node.previous = tail;
			node.next = null;
			tail = node;
		}
		nodeAdded.dispatch(node);
	}
	public function remove(node:TNode):Void {
		if (head == node) head = head.next;
		if (tail == node) tail = tail.previous;
		if (node.previous != null) node.previous.next = node.next;
		if (node.next != null) node.next.previous = node.previous;
		nodeRemoved.dispatch(node);
	}
	private inline function get_empty():Bool return head == null;
	public inline function iterator():Iterator<TNode> return new NodeListIterator(this);
	public function insertionSort(sortFunction:TNode->TNode->Int):Void {
		if (head == tail) return;
		var arr:Array<TNode> = [for (n in this) n];
		haxe.ds.ArraySort.sort(arr, sortFunction);
		head = tail = null;
		for (n in arr) {
			n.previous = n.next = null;
			if (head == null) head = tail = n;
			else { tail.next = n; n.previous = tail; tail = n; }
		}
	}
}
class NodeListIterator<TNode:Node<TNode>> {
	private var cur:TNode;
	public function new(list:NodeList<TNode>) cur = list.head;
	public function hasNext():Bool return cur != null;
	public function next():TNode { var n = cur; cur = cur.next; return n; }
}
class System {
	public var priority:Int = 0;
	public function addToEngine(engine:Engine):Void {}
	public function removeFromEngine(engine:Engine):Void {}
	public function update(time:Float):Void {}
}
@:access(ash.core.Entity)
class Family<TNode:Node<TNode>> {
	public var nodeList(default, null):NodeList<TNode> = new NodeList();
	var nodeClass:Class<TNode>;
	var components:StringMap<Class<Dynamic>> = new StringMap();
	var entities:Map<Entity, TNode> = new Map();
	public function new(nodeClass:Class<TNode>, parts:Array<{f:String, c:Class<Dynamic>}>) {
		this.nodeClass = nodeClass;
		for (p in parts) components.set(p.f, p.c);
	}
	public function addIfMatch(entity:Entity):Void {
		if (entities.exists(entity)) return;
		for (c in components) if (!entity.has(c)) return;
		var node:TNode = Type.createInstance(nodeClass, []);
		node.entity = entity;
		var fields = [for (f in components.keys()) f];
		fields.sort(Reflect.compare);
		for (f in fields) Reflect.setField(node, f, entity.get(components.get(f)));
		entities.set(entity, node);
		nodeList.add(node);
	}
	public function removeIfMatch(entity:Entity, ?cls:Class<Dynamic>):Void {
		if (cls != null && !Lambda.has(components, cls)) return;
		var n = entities.get(entity);
		if (n != null) { entities.remove(entity); nodeList.remove(n); }
	}
}
class Engine {
	var systems:Array<System> = [];
	var families:ClassMap<Class<Dynamic>, Family<Dynamic>> = new ClassMap();
	var entityNames:Map<String, Entity> = [];
	var order:Array<Entity> = [];
	public function new() {}
	public function addEntity(e:Entity) {
		if (entityNames.exists(e.name)) throw 'The entity name ${e.name} is already in use by another entity.';
		entityNames[e.name] = e;
		order.push(e);
		e.componentAdded.add(onAdd);
		e.componentRemoved.add(onRemove);
		for (f in families) f.addIfMatch(e);
	}
	function onAdd(e:Entity, c:Class<Dynamic>) for (f in families) f.addIfMatch(e);
	function onRemove(e:Entity, c:Class<Dynamic>) for (f in families) f.removeIfMatch(e, c);
	public function removeEntity(e:Entity) {
		for (f in families) f.removeIfMatch(e);
		entityNames.remove(e.name);
		order.remove(e);
	}
	public function getNodeList<TNode:Node<TNode>>(nodeClass:Class<TNode>, parts:Array<{f:String, c:Class<Dynamic>}>):NodeList<TNode> {
		if (families.exists(nodeClass)) return cast families.get(nodeClass).nodeList;
		var family = new Family<TNode>(nodeClass, parts);
		families.set(nodeClass, cast family);
		for (e in order) family.addIfMatch(e);
		return family.nodeList;
	}
	public function addSystem(s:System, priority:Int) {
		s.priority = priority;
		systems.push(s);
		systems.sort(function(a, b) return a.priority - b.priority);
		s.addToEngine(this);
	}
	public function getSystem<TSystem:System>(type:Class<TSystem>):TSystem {
		for (s in systems) if (Std.isOfType(s, type)) return cast s;
		return null;
	}
	public function update(t:Float) for (s in systems) s.update(t);
}
