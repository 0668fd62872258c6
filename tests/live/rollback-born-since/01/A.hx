class A { public var x=1; public function new(){} }
