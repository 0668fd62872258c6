// expect: get celsius
// expect: 0
// expect: set celsius 100
// expect: get celsius
// expect: 212
// expect: set celsius 0
// expect: get celsius
// expect: 0
class Temperature {
	public var celsius(get, set):Float;
	public var fahrenheit(get, set):Float;

	var kelvin = 273.0;

	public function new() {}

	function get_celsius():Float {
		Sys.println("get celsius");
		return kelvin - 273;
	}

	function set_celsius(v:Float):Float {
		Sys.println("set celsius " + v);
		kelvin = v + 273;
		return v;
	}

	function get_fahrenheit():Float
		return celsius * 1.8 + 32;

	function set_fahrenheit(v:Float):Float {
		celsius = (v - 32) / 1.8;
		return v;
	}
}

class PropertyGetSet {
	static function main() {
		var t = new Temperature();
		Sys.println(t.celsius);
		t.celsius = 100;
		Sys.println(t.fahrenheit);
		t.fahrenheit = 32;
		Sys.println(t.celsius);
	}
}
