class A implements I { public function new(){} public function m():String return "Am";  }
