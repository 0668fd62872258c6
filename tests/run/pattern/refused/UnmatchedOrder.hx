// expect error: 17: Unmatched patterns: A(false, _)
// expect error: 18: Unmatched patterns: A(false, _)
// expect error: 19: Unmatched patterns: A(false, _)
// expect error: 20: Unmatched patterns: A(_, false)
// expect error: 21: Unmatched patterns: A(_, false)
// expect error: 22: Unmatched patterns: true
// expect error: 23: Unmatched patterns: true
// expect error: 24: Unmatched patterns: B(_)
// expect error: 26: Unmatched patterns: _
// expect error: 27: Unmatched patterns: _
// expect error: 28: Unmatched patterns: B(_)
// expect error: 29: Unmatched patterns: B(_)
// expect error: 30: Unmatched patterns: A
// expect error: 31: Unmatched patterns: A(true, _)
enum E { A(x:Bool, y:Bool); B(a:Array<Bool>); C(x:Bool); }
class UnmatchedOrder { static function main() { var a = [1], b = [true], c = [[true]], e = B([]), o = {x: true, y: [true]}, s = "", i = 1;
	switch e { case A(true, _): case B([true]): case C(true): }
	switch e { case C(true): case A(true, _): case B(_):  }
	switch e { case B(_): case A(true, _): case C(true): }
	switch e { case A(_, true): case B([true]): case C(_): }
	switch e { case C(_): case B([true]): case A(_, true): }
	switch [true, false] { case [true, true]: case [false, false]: }
	switch [false, false] { case [false, false]: case [true, true]: }
	switch e { case B([true, _]): case B([_, true]): case A(_) | C(_): }
	switch i { case _ * 2 => 3: }
	var v = switch i { case (_ * 2 => 3) | 5: 1; }
	var v = switch [i, s] { case [_ * 2 => 3, _]: 1; }
	var v = switch e { case B(_.length => 3): 1; case A(_) | C(_): 2; }
	var v = switch e { case A(_): 1; case C(true): 2; case B(_) if (i == 1): 2; case B([]): 4; case C(false): 4; }
	var v = switch e { case A(x, y) if (x): 1; case C(_) | B(_): 2; }
	var v = switch e { case A(true, y) if (y): 1; case A(false, _): 2; case C(_) | B(_): 2; }
} }
