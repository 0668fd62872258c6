package vm;
import vm.Ast;
using StringTools;

class Lexer {
	final src:String; var i = 0; var line = 1; var start = 0;
	public function new(s) src = s;
	inline function peek(o = 0) return StringTools.fastCodeAt(src, i + o);
	inline function pos():Pos return { line: line, col: i - start + 1 };
	static inline function digit(c:Int) return c >= '0'.code && c <= '9'.code;
	static inline function alpha(c:Int) return (c >= 'a'.code && c <= 'z'.code) || (c >= 'A'.code && c <= 'Z'.code) || c == '_'.code;
	public function all():Array<Token> {
		var out:Array<Token> = [], t;
		do { t = next(); out.push(t); } while (t.def != TEof);
		return out;
	}
	function next():Token {
		while (true) {
			var p = pos(), c = i < src.length ? peek() : -1;
			inline function tok(d:TokenDef):Token return { def: d, pos: p };
			switch c {
				case -1: return tok(TEof);
				case ' '.code | '\t'.code: i++;
				case '\n'.code: i++; line++; start = i;
				case '"'.code:
					var e = src.indexOf('"', i + 1);
					if (e < 0) throw new LangError("unterminated string", p);
					var s = src.substring(i + 1, e);
					i = e + 1;
					return tok(TStr(s));
				case _ if (digit(c)):
					var s = i;
					while (i < src.length && (digit(peek()) || peek() == '.'.code)) i++;
					return tok(TNum(Std.parseFloat(src.substring(s, i))));
				case _ if (alpha(c)):
					var s = i;
					while (i < src.length && (alpha(peek()) || digit(peek()))) i++;
					var w = src.substring(s, i);
					return tok(switch Keyword.of(w) { case null: TId(w); case k: TKw(k); });
				case '('.code, ')'.code, '{'.code, '}'.code, ';'.code, ','.code, ':'.code:
					i++;
					return tok(TPunct(String.fromCharCode(c)));
				default:
					var two = src.substr(i, 2);
					if (["==", "!=", "<=", ">=", "&&", "||"].indexOf(two) >= 0) { i += 2; return tok(TOp(two)); }
					var one = src.charAt(i);
					if ("+-*/%<>!=".indexOf(one) < 0) throw new LangError('unexpected "$one"', p);
					i++;
					return tok(TOp(one));
			}
		}
	}
}
