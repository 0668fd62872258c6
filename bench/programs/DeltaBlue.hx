/**
	An incremental solver of one-way constraints of different strength, after Sannella, Maloney, Freeman-Benson and Borning:
	deep class hierarchy, virtual calls, lists that grow and shrink.
**/
class Strength {
	public static final REQUIRED = new Strength(0);
	public static final STRONG = new Strength(1);
	public static final PREFERRED = new Strength(2);
	public static final NORMAL = new Strength(3);
	public static final WEAK = new Strength(4);
	public static final WEAKEST = new Strength(5);

	var rank:Int;

	function new(rank:Int)
		this.rank = rank;

	public inline function stronger(other:Strength):Bool
		return rank < other.rank;

	public inline function weaker(other:Strength):Bool
		return rank > other.rank;

	public static inline function weakest(a:Strength, b:Strength):Strength
		return a.rank > b.rank ? a : b;
}

class Variable {
	public var value:Int;
	public var constraints:Array<Constraint> = [];
	public var determinedBy:Constraint = null;
	public var mark = 0;
	public var walkStrength = Strength.WEAKEST;
	public var stay = true;

	public function new(value:Int)
		this.value = value;

	public function remove(c:Constraint):Void {
		constraints.remove(c);
		if (determinedBy == c)
			determinedBy = null;
	}
}

/** A relation between variables; a satisfied one computes its output from its inputs. **/
abstract class Constraint {
	public var strength(default, null):Strength;

	var planner:Planner;

	public function new(planner:Planner, strength:Strength) {
		this.planner = planner;
		this.strength = strength;
	}

	abstract public function isSatisfied():Bool;

	abstract public function markUnsatisfied():Void;

	abstract public function output():Variable;

	abstract public function execute():Void;

	/** Do all inputs come before this constraint: marked, unchanging, or determined by nothing? **/
	abstract public function inputsKnown(mark:Int):Bool;

	abstract function addToGraph():Void;

	abstract function removeFromGraph():Void;

	abstract function chooseMethod(mark:Int):Void;

	abstract function markInputs(mark:Int):Void;

	abstract function recalculate():Void;

	public function isInput():Bool
		return false;

	public function add():Void {
		addToGraph();
		planner.add(this);
	}

	public function destroy():Void {
		if (isSatisfied())
			planner.remove(this);
		removeFromGraph();
	}

	/** Tries to satisfy this constraint; the result is the weaker one whose output it took over, if there was one. **/
	public function satisfy(mark:Int):Constraint {
		chooseMethod(mark);
		if (!isSatisfied()) {
			if (strength == Strength.REQUIRED)
				throw "a required constraint cannot be satisfied";
			return null;
		}
		markInputs(mark);
		var out = output();
		var overridden = out.determinedBy;
		if (overridden != null)
			overridden.markUnsatisfied();
		out.determinedBy = this;
		if (!planner.propagate(this, mark))
			throw "the constraints form a circle";
		out.mark = mark;
		return overridden;
	}

	/** Public faces of what the planner needs. **/
	public inline function update():Void
		recalculate();
}

/** A constraint on one variable. **/
class UnaryConstraint extends Constraint {
	var variable:Variable;
	var satisfied = false;

	public function new(planner:Planner, variable:Variable, strength:Strength) {
		super(planner, strength);
		this.variable = variable;
		add();
	}

	public function isSatisfied():Bool
		return satisfied;

	public function markUnsatisfied():Void
		satisfied = false;

	public function output():Variable
		return variable;

	public function execute():Void {}

	public function inputsKnown(mark:Int):Bool
		return true;

	function addToGraph():Void {
		variable.constraints.push(this);
		satisfied = false;
	}

	function removeFromGraph():Void {
		variable.remove(this);
		satisfied = false;
	}

	function chooseMethod(mark:Int):Void
		satisfied = variable.mark != mark && strength.stronger(variable.walkStrength);

	function markInputs(mark:Int):Void {}

	function recalculate():Void {
		variable.walkStrength = strength;
		variable.stay = !isInput();
		if (variable.stay)
			execute();
	}
}

/** The variable should stay as it is. **/
class StayConstraint extends UnaryConstraint {}

/** The variable is set from outside. **/
class EditConstraint extends UnaryConstraint {
	override public function isInput():Bool
		return true;
}

/** A constraint between two variables, which can be computed in either direction. **/
class BinaryConstraint extends Constraint {
	static inline var NONE = 0;
	static inline var FORWARD = 1;
	static inline var BACKWARD = 2;

	var first:Variable;
	var second:Variable;
	var direction = NONE;

	public function new(planner:Planner, first:Variable, second:Variable, strength:Strength) {
		super(planner, strength);
		this.first = first;
		this.second = second;
		add();
	}

	public function isSatisfied():Bool
		return direction != NONE;

	public function markUnsatisfied():Void
		direction = NONE;

	inline function input():Variable
		return direction == FORWARD ? first : second;

	public function output():Variable
		return direction == FORWARD ? second : first;

	public function execute():Void {}

	public function inputsKnown(mark:Int):Bool {
		var v = input();
		return v.mark == mark || v.stay || v.determinedBy == null;
	}

	function addToGraph():Void {
		first.constraints.push(this);
		second.constraints.push(this);
		direction = NONE;
	}

	function removeFromGraph():Void {
		first.remove(this);
		second.remove(this);
		direction = NONE;
	}

	function chooseMethod(mark:Int):Void {
		if (first.mark == mark)
			direction = second.mark != mark && strength.stronger(second.walkStrength) ? FORWARD : NONE;
		else if (second.mark == mark)
			direction = strength.stronger(first.walkStrength) ? BACKWARD : NONE;
		else if (first.walkStrength.weaker(second.walkStrength))
			direction = strength.stronger(first.walkStrength) ? BACKWARD : NONE;
		else
			direction = strength.stronger(second.walkStrength) ? FORWARD : NONE;
	}

	function markInputs(mark:Int):Void
		input().mark = mark;

	function recalculate():Void {
		var i = input(), o = output();
		o.walkStrength = Strength.weakest(strength, i.walkStrength);
		o.stay = i.stay;
		if (o.stay)
			execute();
	}
}

class EqualityConstraint extends BinaryConstraint {
	override public function execute():Void
		output().value = input().value;
}

/** second = first * scale + offset, where scale and offset are variables too. **/
class ScaleConstraint extends BinaryConstraint {
	var scale:Variable;
	var offset:Variable;

	public function new(planner:Planner, first:Variable, scale:Variable, offset:Variable, second:Variable, strength:Strength) {
		this.scale = scale;
		this.offset = offset;
		super(planner, first, second, strength);
	}

	override function addToGraph():Void {
		super.addToGraph();
		scale.constraints.push(this);
		offset.constraints.push(this);
	}

	override function removeFromGraph():Void {
		super.removeFromGraph();
		scale.remove(this);
		offset.remove(this);
	}

	override function markInputs(mark:Int):Void {
		super.markInputs(mark);
		scale.mark = mark;
		offset.mark = mark;
	}

	override public function execute():Void {
		if (direction == BinaryConstraint.FORWARD)
			second.value = first.value * scale.value + offset.value;
		else
			first.value = Std.int((second.value - offset.value) / scale.value);
	}

	override function recalculate():Void {
		var i = input(), o = output();
		o.walkStrength = Strength.weakest(strength, i.walkStrength);
		o.stay = i.stay && scale.stay && offset.stay;
		if (o.stay)
			execute();
	}
}

/** Constraints in the order in which they must be computed. **/
class Plan {
	var steps:Array<Constraint> = [];

	public function new() {}

	public function add(c:Constraint):Void
		steps.push(c);

	public function execute():Void {
		for (c in steps)
			c.execute();
	}
}

class Planner {
	var lastMark = 0;

	public function new() {}

	inline function newMark():Int
		return ++lastMark;

	public function add(c:Constraint):Void {
		var mark = newMark();
		var overridden = c.satisfy(mark);
		while (overridden != null)
			overridden = overridden.satisfy(mark);
	}

	/** Takes a satisfied constraint out, and satisfies what it had kept from being so, the strongest first. **/
	public function remove(c:Constraint):Void {
		var out = c.output();
		c.markUnsatisfied();
		out.determinedBy = null;
		out.walkStrength = Strength.WEAKEST;
		out.stay = true;
		var freed = unsatisfiedBelow(out, c);
		for (strength in [
			Strength.REQUIRED,
			Strength.STRONG,
			Strength.PREFERRED,
			Strength.NORMAL,
			Strength.WEAK
		])
			for (u in freed)
				if (u.strength == strength)
					add(u);
	}

	/** Recomputes strengths downstream of a constraint; false when that leads back to the mark, in a circle. **/
	public function propagate(c:Constraint, mark:Int):Bool {
		var todo = [c];
		while (todo.length > 0) {
			var d = todo.pop();
			if (d.output().mark == mark) {
				c.destroy();
				return false;
			}
			d.update();
			consumers(d.output(), todo);
		}
		return true;
	}

	/** The constraints that compute something from a variable are added to a list. **/
	static function consumers(v:Variable, list:Array<Constraint>):Void {
		var source = v.determinedBy;
		for (c in v.constraints)
			if (c != source && c.isSatisfied())
				list.push(c);
	}

	function unsatisfiedBelow(from:Variable, removed:Constraint):Array<Constraint> {
		var found = [];
		var todo = [from];
		while (todo.length > 0) {
			var v = todo.pop();
			for (c in v.constraints)
				if (!c.isSatisfied() && c != removed)
					found.push(c);
			var source = v.determinedBy;
			for (c in v.constraints)
				if (c != source && c.isSatisfied()) {
					c.update();
					todo.push(c.output());
				}
		}
		return found;
	}

	/** The plan that carries the values set by some edit constraints to all that depends on them. **/
	public function planFrom(sources:Array<Constraint>):Plan {
		var mark = newMark();
		var plan = new Plan();
		var todo = [for (c in sources) if (c.isInput() && c.isSatisfied()) c];
		while (todo.length > 0) {
			var c = todo.pop();
			if (c.output().mark != mark && c.inputsKnown(mark)) {
				plan.add(c);
				c.output().mark = mark;
				consumers(c.output(), todo);
			}
		}
		return plan;
	}
}

class DeltaBlue {
	/** A chain of variables, each equal to the one before; the first is set, and the last must follow. **/
	static function chain(n:Int):Int {
		var planner = new Planner();
		var vs = [for (i in 0...n + 1) new Variable(0)];
		for (i in 0...n)
			new EqualityConstraint(planner, vs[i], vs[i + 1], Strength.REQUIRED);
		new StayConstraint(planner, vs[n], Strength.STRONG);
		var edit = new EditConstraint(planner, vs[0], Strength.PREFERRED);
		// the stay at the end is stronger than the edit, so nothing may move
		if (edit.isSatisfied())
			throw "a weak edit must not win over a strong stay";
		edit.destroy();
		edit = new EditConstraint(planner, vs[0], Strength.REQUIRED);
		var plan = planner.planFrom([edit]);
		var sum = 0;
		for (i in 0...100) {
			vs[0].value = i;
			plan.execute();
			if (vs[n].value != i)
				throw "the chain does not follow";
			sum = Bench.mix(sum, vs[n >> 1].value);
		}
		edit.destroy();
		return sum;
	}

	static function change(planner:Planner, v:Variable, to:Int):Void {
		var edit = new EditConstraint(planner, v, Strength.PREFERRED);
		var plan = planner.planFrom([edit]);
		for (i in 0...10) {
			v.value = to;
			plan.execute();
		}
		edit.destroy();
	}

	/** Many pairs of variables joined by one scale and offset; changes at either end must reach the other. **/
	static function projection(n:Int):Int {
		var planner = new Planner();
		var scale = new Variable(10), offset = new Variable(1000);
		var from:Variable = null, to:Variable = null;
		var targets = [];
		for (i in 0...n) {
			from = new Variable(i);
			to = new Variable(i);
			targets.push(to);
			new StayConstraint(planner, from, Strength.NORMAL);
			new ScaleConstraint(planner, from, scale, offset, to, Strength.REQUIRED);
		}
		change(planner, from, 17);
		if (to.value != 1170)
			throw "projection forward: " + to.value;
		change(planner, to, 1050);
		if (from.value != 5)
			throw "projection backward: " + from.value;
		var sum = 0;
		change(planner, scale, 5);
		for (i in 0...n - 1) {
			if (targets[i].value != i * 5 + 1000)
				throw "scale: " + targets[i].value;
			sum = Bench.mix(sum, targets[i].value);
		}
		change(planner, offset, 2000);
		for (i in 0...n - 1) {
			if (targets[i].value != i * 5 + 2000)
				throw "offset: " + targets[i].value;
			sum = Bench.mix(sum, targets[i].value);
		}
		return sum;
	}

	static function work(n:Int):Int
		return Bench.mix(chain(n), projection(n));

	static function main()
		Bench.run(100, work);
}
