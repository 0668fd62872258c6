// expect: 1
// expect: 2
// expect: [10,20,30]
// expect: 30
// expect: 2
// expect: null
// expect: 0
// expect: x
// expect: true
// expect: 1000
// expect: 9890385
class PushPop {
	static function main() {
		var a = [];
		Sys.println(a.push(10));
		Sys.println(a.push(20));
		a.push(30);
		Sys.println(a);
		Sys.println(a.pop());
		Sys.println(a.length);
		a.pop();
		a.pop();
		Sys.println(a.pop());
		Sys.println(a.length);
		var s = ["x"];
		Sys.println(s.pop());
		Sys.println(s.pop() == null);
		for (i in 0...1000)
			a.push(i * i);
		Sys.println(a.length);
		var sum = 0;
		while (a.length > 990)
			sum += a.pop();
		Sys.println(sum);
	}
}
