package p;

enum En {
    Aa;
    Bb(i:Int);
}
