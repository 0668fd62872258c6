class Kid extends Base { public var v=10; public var s="init"; }
