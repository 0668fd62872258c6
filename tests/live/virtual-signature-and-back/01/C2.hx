class C2 extends C0 { public var f1="x";  override public function m0(x:Int=1):String return "c2"; }
