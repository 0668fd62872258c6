/** Planets that pull on each other, moved step by step: floating point in fields of objects. **/
class Body {
	public var x:Float;
	public var y:Float;
	public var z:Float;
	public var vx:Float;
	public var vy:Float;
	public var vz:Float;
	public var mass:Float;

	public function new(x:Float, y:Float, z:Float, vx:Float, vy:Float, vz:Float, mass:Float) {
		this.x = x;
		this.y = y;
		this.z = z;
		this.vx = vx;
		this.vy = vy;
		this.vz = vz;
		this.mass = mass;
	}
}

class NBody {
	/** A sun and four planets on nearly circular orbits, the sun moving so that the whole stands still. **/
	static function system():Array<Body> {
		var sun = new Body(0, 0, 0, 0, 0, 0, 40);
		var bodies = [sun];
		for (k in 1...5) {
			var distance = 1.5 * k * k;
			var speed = Math.sqrt(sun.mass / distance);
			var mass = 0.01 * (5 - k);
			var side = k % 2 == 0 ? 1 : -1;
			bodies.push(new Body(distance * side, 0.1 * k, -0.05 * k, 0, speed * side, 0.02 * k, mass));
		}
		for (b in bodies) {
			if (b == sun)
				continue;
			sun.vx -= b.vx * b.mass / sun.mass;
			sun.vy -= b.vy * b.mass / sun.mass;
			sun.vz -= b.vz * b.mass / sun.mass;
		}
		return bodies;
	}

	static function energy(bodies:Array<Body>):Float {
		var e = 0.0;
		for (i in 0...bodies.length) {
			var a = bodies[i];
			e += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz);
			for (j in i + 1...bodies.length) {
				var b = bodies[j];
				var dx = a.x - b.x, dy = a.y - b.y, dz = a.z - b.z;
				e -= a.mass * b.mass / Math.sqrt(dx * dx + dy * dy + dz * dz);
			}
		}
		return e;
	}

	static function advance(bodies:Array<Body>, dt:Float):Void {
		var n = bodies.length;
		for (i in 0...n) {
			var a = bodies[i];
			for (j in i + 1...n) {
				var b = bodies[j];
				var dx = a.x - b.x, dy = a.y - b.y, dz = a.z - b.z;
				var square = dx * dx + dy * dy + dz * dz;
				var pull = dt / (square * Math.sqrt(square));
				var pa = b.mass * pull, pb = a.mass * pull;
				a.vx -= dx * pa;
				a.vy -= dy * pa;
				a.vz -= dz * pa;
				b.vx += dx * pb;
				b.vy += dy * pb;
				b.vz += dz * pb;
			}
		}
		for (b in bodies) {
			b.x += dt * b.vx;
			b.y += dt * b.vy;
			b.z += dt * b.vz;
		}
	}

	static function work(steps:Int):Int {
		var bodies = system();
		for (i in 0...steps)
			advance(bodies, 0.001);
		return Math.round(energy(bodies) * 1e9);
	}

	static function main()
		Bench.run(1000, work);
}
