package haxe.ds;

/**
	Values by enum values, which are compared by constructor and parameters: enum values among these likewise, arrays by their elements,
	others by `Reflect.compare`. Keys stand in the order of their constructors.
**/
class EnumValueMap<K:EnumValue, V> extends BalancedTree<K, V> implements haxe.Constraints.IMap<K, V> {
	/* By the constructor's permanent number: its place in the source may change while the program runs, and the tree's order must not. */
	override function compare(k1:EnumValue, k2:EnumValue):Int {
		var order = molt.Native.NativeEnum.tag(k1) - molt.Native.NativeEnum.tag(k2);
		return order != 0 ? order : compareArgs(Type.enumParameters(k1), Type.enumParameters(k2));
	}

	function compareArgs(a1:Array<Dynamic>, a2:Array<Dynamic>):Int {
		var order = a1.length - a2.length, i = 0;
		while (order == 0 && i < a1.length) {
			order = compareArg(a1[i], a2[i]);
			i++;
		}
		return order;
	}

	function compareArg(v1:Dynamic, v2:Dynamic):Int {
		if (Reflect.isEnumValue(v1) && Reflect.isEnumValue(v2))
			return compare(v1, v2);
		if (Std.isOfType(v1, Array) && Std.isOfType(v2, Array))
			return compareArgs(v1, v2);
		return Reflect.compare(v1, v2);
	}

	override public function copy():EnumValueMap<K, V> {
		var copied = new EnumValueMap<K, V>();
		copied.root = root;
		return copied;
	}
}
