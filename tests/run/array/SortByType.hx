// expect: [1,3,5,9]
// expect: [1.5,2.5]
// expect: [a,b,c]
// expect: [0,7,14,21,28]
// expect: [1,2,3]
// expect: [9,5,3,1]
// expect: [A,B(3)]
// expect: [1,3,5,9]
// expect: [1,2,3]
// expect: [false,true]
// expect: [null,1,3]
class P { public var n:Int; public function new(n) this.n = n; }
enum Suit { A; B(x:Int); }
class SortByType {
	static function main() {
		var a = [5,3,9,1]; a.sort((x,y)->x-y); Sys.println(a);
		var f = [2.5,1.5]; f.sort(Reflect.compare); Sys.println(f);
		var s = ["b","a","c"]; s.sort(Reflect.compare); Sys.println(s);
		var p = [for (i in 0...5) new P(7*i%5)]; p.sort((x,y)->x.n-y.n); Sys.println(p.map(x->x.n));
		var d:Array<Dynamic> = [3,1,2]; d.sort(Reflect.compare); Sys.println(d);
		var dd:Dynamic = a; dd.sort(function(x:Int,y:Int) return y-x); Sys.println(a);
		var e = [B(3),A]; e.sort((x,y)->Type.enumIndex(x)-Type.enumIndex(y)); Sys.println(e);
		var g = a.sort; g((x,y)->x-y); Sys.println(a);
		var u:Array<UInt> = [3,2,1]; u.sort((x,y)->(x:Int)-(y:Int)); Sys.println(u);
		var b = [true,false]; b.sort((x,y)->x==y?0:x?1:-1); Sys.println(b);
		var n:Array<Null<Int>> = [3,null,1]; n.sort((x,y)->(x==null?0:x)-(y==null?0:y)); Sys.println(n);
	}
}
