// expect: ,0,1,2,3
// expect: ,-2,-1,0,1
// expect: 33
// expect: ,00,01,02,11,12,22
// expect: 123
class ForRange {
	static function main() {
		for (i in 0...4)
			Sys.print("," + i);
		Sys.println("");
		for (i in -2...2)
			Sys.print("," + i);
		Sys.println("");
		for (i in 3...3)
			Sys.println("never");
		var five = 5;
		for (i in five...2)
			Sys.println("never");
		var n = 3, sum = 0;
		for (i in n...n * n)
			sum += i;
		Sys.println(sum);
		for (i in 0...3)
			for (j in i...3)
				Sys.print(',$i$j');
		Sys.println("");
		var range = 1...4;
		for (i in range)
			Sys.print(i);
		Sys.println("");
	}
}
