class A { public var x=1;
 public var f:Bool=false;
 public function new() { x=2; } }
