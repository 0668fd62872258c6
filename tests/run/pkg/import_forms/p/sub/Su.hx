package p.sub;

class Su {
    public static var s = "su";
}
