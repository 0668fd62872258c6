// expect error: 16: Unmatched patterns: _
// expect error: 18: Unmatched patterns: true
// expect error: 20: Unmatched patterns: _
// expect error: 21: Unmatched patterns: A(false, _)
// expect error: 22: Unmatched patterns: B(_)
// expect error: 23: Unmatched patterns: false
// expect error: 24: Unmatched patterns: _
// expect error: 25: Unmatched patterns: _
// expect error: 26: Unmatched patterns: _
// expect error: 27: Unmatched patterns: _
// expect error: 31: Unmatched patterns: _
// expect error: 32: Unmatched patterns: false
// expect error: 33: Unmatched patterns: _
enum E { A(x:Bool, y:Bool); B(a:Array<Bool>); }
class UnmatchedArrays { static function main() { var a = [1], b = [true], c = [[true]], e = B([]), o = {x: true, y: [true]}, s = "";
	switch a { case [1]: }
	switch a { case []: }
	switch b { case [false, _]: }
	switch b { case [_]: }
	switch c { case [[true]]: }
	switch e { case B([true]): case A(true, _): }
	switch e { case B([_]): case A(_, _): case B([]): }
	switch o { case {x: true}: }
	switch o { case {y: [true]}: }
	var v = switch b { case [false, _]: 1; }
	var v = switch b { case [false, _]: 1; case []: 2; case [_]: 2; case [true, _]: 3; }
	switch [a, b] { case [[1], _]: }
	switch [s, b] { case ["a", _]: }
	switch [s, true] { case ["a", true]: case _ if (s == ""): }
	switch s { case _.length => 3: }
	var v = switch s { case _.length => 3: 1; }
	var v = switch [true, false] { case [true, true] | [false, _]: 1; }
	var v = switch [s, true] { case ["a", true] | ["b", _]: 1; }
} }
