// Conditional compilation chooses declarations and expressions.
// expect: sys
// expect: four
// expect: 1
// expect: elseif
class Main {
	#if sys
	static var kind = "sys";
	#else
	static var kind = "other";
	#end

	static function main() {
		Sys.println(kind);
		#if (haxe_ver >= 4)
		Sys.println("four");
		#elseif (haxe_ver >= 3)
		Sys.println("three");
		#else
		Sys.println("old");
		#end
		#if nothing_defines_this
		this is not even Haxe
		#end
		var n = #if (sys && !nothing_defines_this) 1 #else 2 #end;
		Sys.println(n);
		#if !sys
		Sys.println("wrong");
		#elseif (false || true)
		Sys.println("elseif");
		#end
	}
}
