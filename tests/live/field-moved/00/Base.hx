class Base { public var w=1;  public function new(){} }
