package p;

class Mg {
    public static function st() return "st";
    public function new() {}
    public function m() return g() + v;
}

function g() return "g";

var v = 3;
