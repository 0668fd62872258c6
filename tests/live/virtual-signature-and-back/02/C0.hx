class C0 { public var f0=7; public function new(){} public function m0():String return "c0"; }
