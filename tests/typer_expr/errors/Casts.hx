class Casts {
	static function main() {
		var i = 1;
		cast(i, Array<Int>);
		cast(i, Int->Int);
		i is Array<Int>;
		var s:String = (i : Float);
	}
}
