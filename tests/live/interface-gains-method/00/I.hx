interface I { function m():String;  }
