package game;
import ash.core.Core;
class Position { public var x:Float; public var y:Float; public function new(x:Float = 0, y:Float = 0) { this.x = x; this.y = y; } }
class Motion { public var vx:Float = 0; public var vy:Float = 0; public function new(vx, vy) { this.vx = vx; this.vy = vy; } }
class Health { public var hp:Int; public function new(hp) this.hp = hp; }
class MoveNode extends Node<MoveNode> {
	public var position:Position;
	public var motion:Motion;
	public function new() {}
}
class HealthNode extends Node<HealthNode> {
	public var health:Health;
	public function new() {}
}
class MoveSystem extends System {
	var nodes:NodeList<MoveNode>;
	public function new() {}
	override public function addToEngine(engine:Engine) {
		nodes = engine.getNodeList(MoveNode, [{f: "position", c: Position}, {f: "motion", c: Motion}]);
		nodes.nodeAdded.add(n -> Sys.println('+move ${n.entity.name}'));
		nodes.nodeRemoved.add(n -> Sys.println('-move ${n.entity.name}'));
	}
	override public function update(time:Float) {
		for (node in nodes) {
			node.position.x += node.motion.vx * time;
			node.position.y += node.motion.vy * time;
		}
	}
}
class DamageSystem extends System {
	var nodes:NodeList<HealthNode>;
	var engine:Engine;
	public function new() {}
	override function addToEngine(engine) { this.engine = engine; nodes = engine.getNodeList(HealthNode, [{f: "health", c: Health}]); }
	override function update(_) {
		var n = nodes.head;
		while (n != null) {
			if (--n.health.hp <= 0) { Sys.println('${n.entity.name} dies'); engine.removeEntity(n.entity); }
			n = n.next;
		}
	}
	public function count() return Lambda.count({ iterator: nodes.iterator });
}
