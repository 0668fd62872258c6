class Base { public var w=1; public var v=10; public var s="init"; public function new(){} }
