class A implements I { public function new(){} public function m():String return "Am"; public function im(k:Int):Int return k+1; }
