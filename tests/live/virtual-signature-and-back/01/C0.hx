class C0 { public var f0=7; public function new(){} public function m0(x:Int=1):String return "c0"; }
