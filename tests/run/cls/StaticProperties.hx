// expect: 60
// expect: 620
// expect: 6220
// expect: d1
// expect: [1,2]
// expect: 3
// expect: 6220
// expect: 622
// expect: 30
class StaticProperties {
    static var a = 1;
    @:isVar static var b(get, set):Int = 2;
    static function get_b() return b * 10;
    static function set_b(v) {
        return b = v + 1;
    }
    public static var c(default, null):Array<Int> = [1];
    static var d(get, null):String;
    static function get_d() return "d" + a;
    static inline var K = 2;
    static final L = K + 1;
    static function main() {
        b = 5;
        Sys.println(b);
        b += 1;
        Sys.println(b);
        b++;
        Sys.println(b);
        Sys.println(d);
        c.push(2);
        Sys.println(c);
        Sys.println(L);
        Sys.println(StaticProperties.b);
        Sys.println(@:bypassAccessor StaticProperties.b);
        @:bypassAccessor b = 3;
        Sys.println(b);
    }
}
