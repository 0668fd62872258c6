package pe;
private enum Ex { OpVar(v:String); Two(a:Ex, b:Int); }
class Mod { var e:Ex; public function new() e = OpVar("q"); public function run() return switch (e) { case OpVar(v): v; case Two(a, b): "" + b; } }
