// expect: +move hero
// expect: +move _entity1
// expect: +move _entity2
// expect: +move _entity3
// expect: _entity1 dies
// expect: -move _entity1
// expect: hero 1.5 0 false 2
// expect: _entity1 2 1 true 3
// expect: _entity2 3.5 1 false 2
// expect: _entity3 4.5 1.5 true 3
// expect: -move _entity2
// expect: -2
// expect: _entity3 dies
// expect: -move _entity3
// expect: _entity2 dies
// expect: 3.5
// expect: 0
// expect: The entity name hero is already in use by another entity.
// expect: hero 6.5
// expect: [game.Health2,game.Position1]
import ash.core.Core;
import game.Parts;
class Main {
	static function main() {
		var e = new Engine();
		e.addSystem(new DamageSystem(), 2);
		e.addSystem(new MoveSystem(), 1);
		var ents = [];
		for (i in 0...4) {
			var en = new Entity(i == 0 ? "hero" : "");
			en.add(new Position(i, i * 2)).add(new Motion(1, -i));
			if (i % 2 == 1) en.add(new Health(i + 1));
			e.addEntity(en);
			ents.push(en);
		}
		for (t in 0...3) e.update(0.5);
		for (en in ents) { var p = en.get(Position); Sys.println('${en.name} ${p.x} ${p.y} ${en.has(Health)} ${en.getAll().length}'); }
		var m:Motion = ents[2].remove(Motion);
		Sys.println(m.vy);
		ents[2].add(new Health(3));
		for (t in 0...5) e.update(1);
		Sys.println(ents[2].get(Position).x);
		Sys.println(e.getSystem(DamageSystem).count());
		try e.addEntity(new Entity("hero")) catch (x:String) Sys.println(x);
		var list = e.getNodeList(MoveNode, []);
		list.insertionSort((a, b) -> Reflect.compare(b.position.x, a.position.x));
		for (n in list) Sys.println(n.entity.name + " " + n.position.x);
		var cm = new ClassMap<Class<Dynamic>, Int>();
		cm.set(Position, 1); cm.set(Health, 2);
		var ks = [for (k => v in cm) Type.getClassName(k) + v];
		ks.sort(Reflect.compare);
		Sys.println(ks);
	}
}
