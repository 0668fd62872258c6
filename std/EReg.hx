import molt.Native.NativeRegex;
import molt.Native.NativeRegexSubject;

/** Regular expressions: Perl's, as the PCRE library understands them. **/
class EReg {
	static inline var NO_MATCH = "Invalid regex operation because no match was made";

	final regex:NativeRegex;
	final isGlobal:Bool;
	var subject:Null<String>;
	/** Start and end of the last match and of its groups, as pairs; null: none. **/
	var found:Null<Array<Int>>;

	/** Options: `i` ignores case, `m` lines have ends of their own, `s` a dot takes line ends too, `g` all matches. **/
	public function new(r:String, opt:String) {
		regex = new NativeRegex(r, opt);
		isGlobal = opt.indexOf("g") >= 0;
	}

	/** Does a part of `s` match? What was matched can be asked for afterwards. **/
	public function match(s:String):Bool {
		subject = s;
		found = regex.search(NativeRegexSubject.of(s), s.length, 0, false);
		return found != null;
	}

	/** As `match`, within the part of `s` from `pos` on. **/
	public function matchSub(s:String, pos:Int, len:Int = -1):Bool {
		subject = s;
		var end = len < 0 || pos + len > s.length ? s.length : pos + len;
		found = regex.search(NativeRegexSubject.of(s), end, pos, false);
		return found != null;
	}

	function lastMatch():Array<Int> {
		if (found == null) throw NO_MATCH;
		return found;
	}

	/** Group `n` of the last match, null if it took no part; 0: the whole match. **/
	public function matched(n:Int):String {
		var places = lastMatch();
		if (n < 0 || n * 2 >= places.length) throw "Invalid group";
		return places[n * 2] < 0 ? null : subject.substring(places[n * 2], places[n * 2 + 1]);
	}

	/** What is in front of the last match. **/
	public function matchedLeft():String {
		return subject.substr(0, lastMatch()[0]);
	}

	/** What is behind the last match. **/
	public function matchedRight():String {
		return subject.substr(lastMatch()[1]);
	}

	/** Where the last match is. **/
	public function matchedPos():{pos:Int, len:Int} {
		var places = lastMatch();
		return {pos: places[0], len: places[1] - places[0]};
	}

	/** The parts of `s` between matches: two parts, or with `g` all. An empty match at the place where the last one ended does not count. **/
	public function split(s:String):Array<String> {
		var parts = [], units = NativeRegexSubject.of(s), start = 0, from = 0;
		while (from <= s.length) {
			var places = regex.search(units, s.length, from, parts.length > 0);
			if (places == null || (places[0] == places[1] && places[0] == s.length && s.length > 0)) break;
			parts.push(s.substring(start, places[0]));
			start = from = places[1];
			if (!isGlobal || s.length == 0) break;
		}
		parts.push(s.substr(start));
		return parts;
	}

	/** `s` with the match (with `g`: all matches) replaced; `$1` to `$9` in `by` are the groups, `$$` is a `$`. **/
	public function replace(s:String, by:String):String {
		return rewrite(s, (out, places) -> addReplacement(out, s, by, places));
	}

	static function addReplacement(out:StringBuf, s:String, by:String, places:Array<Int>):Void {
		var start = 0, at;
		while ((at = by.indexOf("$", start)) >= 0) {
			out.addSub(by, start, at - start);
			var code = StringTools.fastCodeAt(by, at + 1), group = code - "0".code;
			start = at + 2;
			if (code == "$".code) out.addChar(code);
			else if (group >= 0 && group <= 9 && group * 2 < places.length) {
				if (places[group * 2] >= 0) out.addSub(s, places[group * 2], places[group * 2 + 1] - places[group * 2]);
			} else {
				/* Not a group of this expression: it stands for itself. */
				out.addChar("$".code);
				start = at + 1;
			}
		}
		out.addSub(by, start);
	}

	/** `s` with the match (with `g`: all matches) replaced by what `f` makes of it. **/
	public function map(s:String, f:EReg->String):String {
		return rewrite(s, (out, places) -> {
			subject = s;
			found = places;
			out.add(f(this));
		});
	}

	function rewrite(s:String, add:(out:StringBuf, places:Array<Int>) -> Void):String {
		var out = new StringBuf(), units = NativeRegexSubject.of(s), done = 0, from = 0;
		while (from <= s.length) {
			var places = regex.search(units, s.length, from, false);
			if (places == null) break;
			out.addSub(s, done, places[0] - done);
			add(out, places);
			done = from = places[1];
			if (!isGlobal) break;
			if (places[0] == places[1]) from++; // an empty match: on to the next character
		}
		out.addSub(s, done);
		return out.toString();
	}

	/** `s` with a backslash in front of whatever has a meaning in an expression. **/
	public static function escape(s:String):String {
		var out = new StringBuf();
		for (i in 0...s.length) {
			var c = StringTools.fastCodeAt(s, i);
			if ("[].*+?^$|\\(){}".indexOf(String.fromCharCode(c)) >= 0) out.addChar("\\".code);
			out.addChar(c);
		}
		return out.toString();
	}
}
