// expect: --- arith
// expect: 5 9 3 6
// expect: --- vars
// expect: 30 20
// expect: --- loop
// expect: 45
// expect: --- fun
// expect: 610
// expect: --- str
// expect: foobar1 true
// expect: --- bool
// expect: true true 2
// expect: --- fold
// expect: 10 ab 10
// expect: 000 push 10
// expect: 001 print
// expect: 002 push ab
// expect: 003 print
// expect: 004 push 5
// expect: 005 store 0
// expect: 006 load 0
// expect: 007 push 2
// expect: 008 *
// expect: 009 print
// expect: 010 halt
// expect: --- scope
// expect: 2 1
// expect: --- fn2
// expect: 3 abab
// expect: --- e1
// expect: 1:12: unexpected ;
// expect: --- e2
// expect: 1:7: unknown y
// expect: --- e3
// expect: 1:16: str should be num
// expect: --- e4
// expect: 1:9: cannot add num and bool
// expect: --- e5
// expect: 1:39: f takes 1 arguments, not 2
// expect: --- e6
// expect: 1:7: unterminated string
// expect: --- e7
// expect: 1:11: unexpected "$"
// expect: --- div
// expect: runtime: modulo by zero
// expect: --- deep
// expect: 500
// expect: 8
import vm.*;
import vm.Ast;
using vm.Tools;

// A toy language: lexer, Pratt parser, type checker, constant folder, bytecode compiler, stack machine, disassembler.
class Main {
	static var failures = 0;
	static function run(name:String, src:String):Void {
		Sys.println('--- $name');
		try {
			var toks = new Lexer(src).all();
			var ast = new Parser(toks).program();
			var tc = new Checker();
			tc.check(ast);
			var folded = ast.map(Fold.stmt);
			var code = new Compiler().compile(folded);
			var m = new Machine(code);
			m.run();
			Sys.println(m.out.join(" "));
			if (name == "fold") Sys.print(code.disasm());
		} catch (e:LangError) {
			failures++;
			Sys.println(e.toString());
		} catch (e:haxe.Exception) {
			failures++;
			Sys.println("runtime: " + e.message);
		}
	}
	static function main() {
		run("arith", "print 1 + 2 * 3 - 4 / 2; print (1 + 2) * 3; print 7 % 4; print -3 * -2;");
		run("vars", "let x = 10; let y = x * 2; x = x + y; print x; print y;");
		run("loop", "let i = 0; let s = 0; while (i < 10) { s = s + i; i = i + 1; } print s;");
		run("fun", "fn fib(n: num): num { if (n < 2) { return n; } return fib(n - 1) + fib(n - 2); } print fib(15);");
		run("str", "let a = \"foo\"; print a + \"bar\" + 1; print a == \"foo\";");
		run("bool", "print true && !false || false; print 1 < 2 && 2 >= 2; if (1 == 2) { print 1; } else { print 2; }");
		run("fold", "print 2 * 3 + 4; print \"a\" + \"b\"; let k = 5; print k * (1 + 1);");
		run("scope", "let x = 1; { let x = 2; print x; } print x;");
		run("fn2", "fn add(a: num, b: num): num { let c = a + b; return c; } fn twice(s: str): str { return s + s; } print add(1, 2); print twice(\"ab\");");
		run("e1", "let x = 1 +;");
		run("e2", "print y;");
		run("e3", "let x = 1; x = \"s\";");
		run("e4", "print 1 + true;");
		run("e5", "fn f(a: num): num { return a; } print f(1, 2);");
		run("e6", "print \"unterminated;");
		run("e7", "let x = 1 $ 2;");
		run("div", "let z = 0; print 1 / z; print 10 % z;");
		run("deep", "fn down(n: num): num { if (n == 0) { return 0; } return 1 + down(n - 1); } print down(500);");
		Sys.println(failures);
	}
}
