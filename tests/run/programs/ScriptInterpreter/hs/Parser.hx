package hs;
import hs.Expr;

enum Token {
	TEof;
	TConst( c : Const );
	TId( s : String );
	TOp( s : String );
	TPOpen; TPClose;
	TBrOpen; TBrClose;
	TDot; TComma; TSemicolon;
	TBkOpen; TBkClose;
	TQuestion; TDoubleDot;
}

class Parser {
	public var line : Int;
	public var opChars : String;
	public var identChars : String;
	public var opPriority : #if haxe3 Map<String,Int> #else Hash<Int> #end;
	public var opRightAssoc : #if haxe3 Map<String,Bool> #else Hash<Bool> #end;
	public var unops : Map<String,Bool>;
	var input : haxe.io.Input;
	var char : Int;
	var ops : Array<Bool>;
	var idents : Array<Bool>;
	var uid : Int = 0;
	#if hscriptPos
	var origin : String;
	#else
	static inline var p1 = 0;
	static inline var tokenMin = 0;
	static inline var tokenMax = 0;
	var tokens : haxe.ds.GenericStack<Token>;
	#end

	public function new() {
		line = 1;
		opChars = "+*/-=!><&|^%~";
		identChars = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
		var priorities = [
			["%"], ["*", "/"], ["+", "-"], ["<<", ">>", ">>>"], ["|", "&", "^"],
			["==", "!=", ">", "<", ">=", "<="], ["..."], ["&&"], ["||"],
			["=","+=","-=","*=","/=","%=","<<=",">>=",">>>=","|=","&=","^=","=>"],
			["->"]
		];
		opPriority = new Map();
		opRightAssoc = new Map();
		unops = new Map();
		for( i in 0...priorities.length )
			for( x in priorities[i] ) {
				opPriority.set(x, i);
				if( i == 9 ) opRightAssoc.set(x, true);
			}
		for( x in ["!", "++", "--", "-", "~"] )
			unops.set(x, x == "++" || x == "--");
	}

	public inline function error( err #if hscriptPos : ErrorDef #end, pmin, pmax ) {
		throw err;
	}

	public function invalidChar(c) {
		error(EInvalidChar(c), 0, 0);
	}

	public function parseString( s : String, ?origin : String = "hscript" ) {
		line = 1;
		uid = 0;
		return parse( new haxe.io.StringInput(s), origin );
	}

	public function parse( s : haxe.io.Input, ?origin : String = "hscript" ) {
		tokens = new haxe.ds.GenericStack<Token>();
		char = -1;
		input = s;
		ops = new Array();
		idents = new Array();
		for( i in 0...opChars.length ) ops[opChars.charCodeAt(i)] = true;
		for( i in 0...identChars.length ) idents[identChars.charCodeAt(i)] = true;
		var a = new Array();
		while( true ) {
			var tk = token();
			if( tk == TEof ) break;
			push(tk);
			a.push(parseFullExpr());
		}
		return if( a.length == 1 ) a[0] else mk(EBlock(a), 0);
	}

	function unexpected( tk ) : Dynamic {
		error(EUnexpected(tokenString(tk)),tokenMin,tokenMax);
		return null;
	}

	inline function push(tk) tokens.add(tk);

	inline function ensure(tk) {
		var t = token();
		if( t != tk ) unexpected(t);
	}
	inline function ensureToken(tk) {
		var t = token();
		if( !Type.enumEq(t,tk) ) unexpected(t);
	}
	function maybe(tk) {
		var t = token();
		if( Type.enumEq(t, tk) ) return true;
		push(t);
		return false;
	}
	function getIdent() {
		var tk = token();
		switch( tk ) {
		case TId(id): return id;
		default: unexpected(tk); return null;
		}
	}
	inline function expr(e:Expr) {
		#if hscriptPos return e.e; #else return e; #end
	}
	inline function mk(e,?pmin,?pmax) : Expr {
		#if hscriptPos
		return { e : e, pmin : pmin, pmax : pmax, origin : origin, line : line };
		#else
		return e;
		#end
	}
	function isBlock(e) {
		if( e == null ) return false;
		return switch( expr(e) ) {
		case EBlock(_), EObject(_), ESwitch(_): true;
		case EFunction(_,e,_,_): isBlock(e);
		case EVar(_, t, e): e != null ? isBlock(e) : t != null ? t.match(CTAnon(_)) : false;
		case EIf(_,e1,e2): if( e2 != null ) isBlock(e2) else isBlock(e1);
		case EBinop(_,_,e): isBlock(e);
		case EUnop(_,prefix,e): !prefix && isBlock(e);
		case EWhile(_,e): isBlock(e);
		case EFor(_,_,e): isBlock(e);
		case EReturn(e): e != null && isBlock(e);
		case ETry(_, _, _, e): isBlock(e);
		default: false;
		}
	}
	function parseFullExpr() {
		var e = parseExpr();
		var tk = token();
		if( tk != TSemicolon && tk != TEof ) {
			if( isBlock(e) ) push(tk);
			else unexpected(tk);
		}
		return e;
	}
	function parseObject(p1) {
		var fl = new Array();
		while( true ) {
			var tk = token();
			var id = null;
			switch( tk ) {
			case TId(i): id = i;
			case TConst(c):
				switch( c ) {
				case CString(s): id = s;
				default: unexpected(tk);
				}
			case TBrClose: break;
			default:
				unexpected(tk);
				break;
			}
			ensure(TDoubleDot);
			fl.push({ name : id, e : parseExpr() });
			tk = token();
			switch( tk ) {
			case TBrClose: break;
			case TComma:
			default: unexpected(tk);
			}
		}
		return parseExprNext(mk(EObject(fl),p1));
	}
	function parseExpr() {
		var tk = token();
		switch( tk ) {
		case TId(id):
			var e = parseStructure(id);
			if( e == null ) e = mk(EIdent(id));
			return parseExprNext(e);
		case TConst(c):
			return parseExprNext(mk(EConst(c)));
		case TPOpen:
			var e = parseExpr();
			ensure(TPClose);
			return parseExprNext(mk(EParent(e),p1,tokenMax));
		case TBrOpen:
			tk = token();
			switch( tk ) {
			case TBrClose: return parseExprNext(mk(EObject([]),p1));
			case TId(_):
				var tk2 = token();
				push(tk2);
				push(tk);
				switch( tk2 ) {
				case TDoubleDot: return parseExprNext(parseObject(p1));
				default:
				}
			case TConst(c):
				switch( c ) {
				case CString(_):
					var tk2 = token();
					push(tk2);
					push(tk);
					switch( tk2 ) {
					case TDoubleDot: return parseExprNext(parseObject(p1));
					default:
					}
				default: push(tk);
				}
			default: push(tk);
			}
			var a = new Array();
			while( true ) {
				a.push(parseFullExpr());
				tk = token();
				if( tk == TBrClose ) break;
				push(tk);
			}
			return mk(EBlock(a),p1);
		case TOp(op):
			if( op == "-" ) {
				var e = parseExpr();
				if( e == null ) return makeUnop(op, e);
				switch( expr(e) ) {
				case EConst(CInt(i)): return mk(EConst(CInt(-i)), 0, 0);
				case EConst(CFloat(f)): return mk(EConst(CFloat(-f)), 0, 0);
				default: return makeUnop(op, e);
				}
			}
			if( unops.exists(op) ) return makeUnop(op, parseExpr());
			return unexpected(tk);
		case TBkOpen:
			var a = new Array();
			tk = token();
			while( tk != TBkClose ) {
				push(tk);
				a.push(parseExpr());
				tk = token();
				if( tk == TComma ) tk = token();
			}
			return parseExprNext(mk(EArrayDecl(a), p1));
		default:
			return unexpected(tk);
		}
	}
	function makeUnop( op, e ) {
		return switch( expr(e) ) {
		case EBinop(bop, e1, e2): mk(EBinop(bop, makeUnop(op, e1), e2), 0, 0);
		case ETernary(e1, e2, e3): mk(ETernary(makeUnop(op, e1), e2, e3), 0, 0);
		default: mk(EUnop(op,true,e), 0, 0);
		}
	}
	function makeBinop( op, e1, e ) {
		return switch( expr(e) ) {
		case EBinop(op2,e2,e3):
			if( opPriority.get(op) <= opPriority.get(op2) && !opRightAssoc.exists(op) )
				mk(EBinop(op2,makeBinop(op,e1,e2),e3), 0, 0);
			else
				mk(EBinop(op, e1, e), 0, 0);
		case ETernary(e2,e3,e4):
			if( opRightAssoc.exists(op) ) mk(EBinop(op,e1,e), 0, 0);
			else mk(ETernary(makeBinop(op, e1, e2), e3, e4), 0, 0);
		default: mk(EBinop(op,e1,e), 0, 0);
		}
	}
	function parseStructure(id) {
		return switch( id ) {
		case "if":
			ensure(TPOpen);
			var cond = parseExpr();
			ensure(TPClose);
			var e1 = parseExpr();
			var e2 = null;
			var semic = false;
			var tk = token();
			if( tk == TSemicolon ) { semic = true; tk = token(); }
			if( Type.enumEq(tk,TId("else")) ) e2 = parseExpr();
			else {
				push(tk);
				if( semic ) push(TSemicolon);
			}
			mk(EIf(cond,e1,e2),p1,(e2 == null) ? tokenMax : 0);
		case "var":
			var ident = getIdent();
			var tk = token();
			var t = null;
			var e = null;
			if( Type.enumEq(tk,TOp("=")) ) e = parseExpr();
			else push(tk);
			mk(EVar(ident,t,e),p1);
		case "while":
			var econd = parseExpr();
			var e = parseExpr();
			mk(EWhile(econd,e),p1, 0);
		case "for":
			ensure(TPOpen);
			var vname = getIdent();
			ensureToken(TId("in"));
			var eiter = parseExpr();
			ensure(TPClose);
			var e = parseExpr();
			mk(EFor(vname,eiter,e),p1, 0);
		case "break": mk(EBreak);
		case "continue": mk(EContinue);
		case "else": unexpected(TId(id));
		case "function":
			var tk = token();
			var name = null;
			switch( tk ) {
			case TId(id): name = id;
			default: push(tk);
			}
			ensure(TPOpen);
			var args : Array<Argument> = [];
			var tk = token();
			if( tk != TPClose ) {
				push(tk);
				while( true ) {
					var opt = maybe(TQuestion);
					args.push({ name : getIdent(), opt : opt });
					tk = token();
					if( tk == TPClose ) break;
					if( tk != TComma ) unexpected(tk);
				}
			}
			mk(EFunction(args, parseExpr(), name),p1, 0);
		case "return":
			var tk = token();
			push(tk);
			var e = if( tk == TSemicolon ) null else parseExpr();
			mk(EReturn(e),p1,if( e == null ) tokenMax else 0);
		case "new":
			var a = [getIdent()];
			while( true ) {
				var tk = token();
				switch( tk ) {
				case TDot: a.push(getIdent());
				case TPOpen: break;
				default: unexpected(tk); break;
				}
			}
			var args = parseExprList(TPClose);
			mk(ENew(a.join("."),args),p1);
		case "throw":
			var e = parseExpr();
			mk(EThrow(e),p1,0);
		case "try":
			var e = parseExpr();
			ensureToken(TId("catch"));
			ensure(TPOpen);
			var vname = getIdent();
			ensure(TPClose);
			var ec = parseExpr();
			mk(ETry(e, vname, null, ec), p1, 0);
		case "switch":
			var e = parseExpr();
			var def = null, cases = [];
			ensure(TBrOpen);
			while( true ) {
				var tk = token();
				switch( tk ) {
				case TId("case"):
					var c = { values : [], expr : null };
					cases.push(c);
					while( true ) {
						var e = parseExpr();
						c.values.push(e);
						tk = token();
						switch( tk ) {
						case TComma:
						case TDoubleDot: break;
						default: unexpected(tk); break;
						}
					}
					var exprs = [];
					while( true ) {
						tk = token();
						push(tk);
						switch( tk ) {
						case TId("case"), TId("default"), TBrClose: break;
						case TEof: break;
						default: exprs.push(parseFullExpr());
						}
					}
					c.expr = if( exprs.length == 1 ) exprs[0]
						else if( exprs.length == 0 ) mk(EBlock([]), tokenMin, tokenMin)
						else mk(EBlock(exprs), 0, 0);
				case TId("default"):
					if( def != null ) unexpected(tk);
					ensure(TDoubleDot);
					var exprs = [];
					while( true ) {
						tk = token();
						push(tk);
						switch( tk ) {
						case TId("case"), TId("default"), TBrClose: break;
						case TEof: break;
						default: exprs.push(parseFullExpr());
						}
					}
					def = if( exprs.length == 1 ) exprs[0] else mk(EBlock(exprs), 0, 0);
				case TBrClose: break;
				default: unexpected(tk); break;
				}
			}
			mk(ESwitch(e, cases, def), p1, tokenMax);
		default: null;
		}
	}
	function parseExprNext( e1 : Expr ) : Expr {
		var tk = token();
		switch( tk ) {
		case TOp(op):
			if( op == "->" ) {
				switch( expr(e1) ) {
				case EIdent(i), EParent(expr(_) => EIdent(i)):
					var eret = parseExpr();
					return mk(EFunction([{ name : i }], mk(EReturn(eret),p1)), p1);
				default: unexpected(tk);
				}
			}
			if( unops.exists(op) && unops.get(op) ) {
				if( isBlock(e1) || switch(expr(e1)) { case EParent(_): true; default: false; } ) {
					push(tk);
					return e1;
				}
				return parseExprNext(mk(EUnop(op,false,e1),0));
			}
			return makeBinop(op,e1,parseExpr());
		case TDot:
			var field = getIdent();
			return parseExprNext(mk(EField(e1,field),0));
		case TPOpen:
			return parseExprNext(mk(ECall(e1,parseExprList(TPClose)),0));
		case TBkOpen:
			var e2 = parseExpr();
			ensure(TBkClose);
			return parseExprNext(mk(EArray(e1,e2),0));
		case TQuestion:
			var e2 = parseExpr();
			ensure(TDoubleDot);
			var e3 = parseExpr();
			return mk(ETernary(e1,e2,e3), 0, 0);
		default:
			push(tk);
			return e1;
		}
	}
	function parseExprList( etk ) {
		var args = new Array();
		var tk = token();
		if( tk == etk ) return args;
		push(tk);
		while( true ) {
			args.push(parseExpr());
			tk = token();
			switch( tk ) {
			case TComma:
			default:
				if( tk == etk ) break;
				unexpected(tk);
				break;
			}
		}
		return args;
	}
	inline function readChar() {
		return try input.readByte() catch( e : Dynamic ) 0;
	}
	function readString( until ) {
		var c = 0;
		var b = new haxe.io.BytesOutput();
		var esc = false;
		var s = input;
		while( true ) {
			try { c = s.readByte(); } catch( e : Dynamic ) { error(EUnterminatedString,0,0); break; }
			if( esc ) {
				esc = false;
				switch( c ) {
				case 'n'.code: b.writeByte(10);
				case 'r'.code: b.writeByte(13);
				case 't'.code: b.writeByte(9);
				case "'".code, '"'.code, '\\'.code: b.writeByte(c);
				default: invalidChar(c);
				}
			} else if( c == 92 ) esc = true;
			else if( c == until ) break;
			else {
				if( c == 10 ) line++;
				b.writeByte(c);
			}
		}
		return b.getBytes().toString();
	}
	function token() : Token {
		if( !tokens.isEmpty() ) return tokens.pop();
		var char;
		if( this.char < 0 ) char = readChar();
		else { char = this.char; this.char = -1; }
		while( true ) {
			switch( char ) {
			case 0: return TEof;
			case 32,9,13:
			case 10: line++;
			case 48,49,50,51,52,53,54,55,56,57:
				var n = (char - 48) * 1.0;
				var exp = 0.;
				while( true ) {
					char = readChar();
					exp *= 10;
					switch( char ) {
					case 48,49,50,51,52,53,54,55,56,57: n = n * 10 + (char - 48);
					case '.'.code:
						if( exp > 0 ) {
							if( exp == 10 && readChar() == '.'.code ) {
								push(TOp("..."));
								var i = Std.int(n);
								return TConst( (i == n) ? CInt(i) : CFloat(n) );
							}
							invalidChar(char);
						}
						exp = 1.;
					case 'x'.code:
						if( n > 0 || exp > 0 ) invalidChar(char);
						var n = 0;
						while( true ) {
							char = readChar();
							switch( char ) {
							case 48,49,50,51,52,53,54,55,56,57: n = (n << 4) + char - 48;
							case 65,66,67,68,69,70: n = (n << 4) + (char - 55);
							case 97,98,99,100,101,102: n = (n << 4) + (char - 87);
							default:
								this.char = char;
								return TConst(CInt(n));
							}
						}
					default:
						this.char = char;
						var i = Std.int(n);
						return TConst( (exp > 0) ? CFloat(n * 10 / exp) : ((i == n) ? CInt(i) : CFloat(n)) );
					}
				}
			case ';'.code: return TSemicolon;
			case '('.code: return TPOpen;
			case ')'.code: return TPClose;
			case ','.code: return TComma;
			case '.'.code:
				char = readChar();
				switch( char ) {
				case '.'.code:
					char = readChar();
					if( char != '.'.code ) invalidChar(char);
					return TOp("...");
				default:
					this.char = char;
					return TDot;
				}
			case '{'.code: return TBrOpen;
			case '}'.code: return TBrClose;
			case '['.code: return TBkOpen;
			case ']'.code: return TBkClose;
			case "'".code: return TConst( CString(readString(39)) );
			case '"'.code: return TConst( CString(readString(34)) );
			case '?'.code: return TQuestion;
			case ':'.code: return TDoubleDot;
			default:
				if( ops[char] ) {
					var op = String.fromCharCode(char);
					while( true ) {
						char = readChar();
						if( !ops[char] ) {
							if( op.charCodeAt(0) == '/'.code && op.charCodeAt(1) == '/'.code ) return tokenComment(char);
							this.char = char;
							return TOp(op);
						}
						var pop = op;
						op += String.fromCharCode(char);
						if( !opPriority.exists(op) && opPriority.exists(pop) ) {
							if( op == "//" ) continue;
							this.char = char;
							return TOp(pop);
						}
					}
				}
				if( idents[char] ) {
					var id = String.fromCharCode(char);
					while( true ) {
						char = readChar();
						if( !idents[char] ) { this.char = char; return TId(id); }
						id += String.fromCharCode(char);
					}
				}
				invalidChar(char);
			}
			char = readChar();
		}
		return null;
	}
	function tokenComment( char : Int ) {
		while( char != 10 && char != 13 && char != 0 ) char = readChar();
		this.char = char;
		return token();
	}
	function constString( c ) {
		return switch(c) {
		case CInt(v): Std.string(v);
		case CFloat(f): Std.string(f);
		case CString(s): s;
		#if !haxe3
		case CInt32(v): Std.string(v);
		#end
		}
	}
	function tokenString( t ) {
		return switch( t ) {
		case TEof: "<eof>";
		case TConst(c): constString(c);
		case TId(s): s;
		case TOp(s): s;
		case TPOpen: "(";
		case TPClose: ")";
		case TBrOpen: "{";
		case TBrClose: "}";
		case TDot: ".";
		case TComma: ",";
		case TSemicolon: ";";
		case TBkOpen: "[";
		case TBkClose: "]";
		case TQuestion: "?";
		case TDoubleDot: ":";
		}
	}
}
