interface I { function m():String; function im(k:Int):Int; }
