class A { public var f=7; public var x=1; public var name="nm"; public function new(){} }
