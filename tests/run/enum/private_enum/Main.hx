// expect: Main.hx:2: q
class Main { static function main() { trace(new pe.Mod().run()); } }
