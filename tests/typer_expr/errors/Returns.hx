class Returns {
	static function a():Int {}

	static function b(c:Bool):Int {
		if (c) return 1;
	}

	static function c(c:Bool):Int {
		if (c) return 1 else throw "x";
	}

	static function d():Int {
		while (true) {}
	}

	static function e():Int {
		while (true) {
			break;
		}
	}

	static function f(n:Int):Int {
		switch (n) {
			case 1:
				return 1;
			default:
		}
	}

	static function g():String
		return 5;

	static function h():Void
		return 5;

	static function i():Int {
		return;
	}

	static function j():Int {
		try {
			return 1;
		} catch (e:Dynamic) {}
	}

	static function main() {
		var f = function():Int {};
		var g = function(x:Int):String return x;
	}
}
