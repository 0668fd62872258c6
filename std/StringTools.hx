import haxe.iterators.StringIterator;
import haxe.iterators.StringKeyValueIterator;

/** Functions of strings that need nothing of the runtime but String's. **/
class StringTools {
	// ---- Tests

	public static inline function contains(s:String, value:String):Bool {
		return s.indexOf(value) != -1;
	}

	public static function startsWith(s:String, start:String):Bool {
		return s.length >= start.length && s.lastIndexOf(start, 0) == 0;
	}

	public static function endsWith(s:String, end:String):Bool {
		return s.length >= end.length && s.indexOf(end, s.length - end.length) == s.length - end.length;
	}

	/** Is there a space, a tab or an end of line at `pos`? False outside. **/
	public static function isSpace(s:String, pos:Int):Bool {
		var c = codeAt(s, pos);
		return c == " ".code || (c >= 9 && c <= 13);
	}

	// ---- Space around

	public static function ltrim(s:String):String {
		var start = 0;
		while (isSpace(s, start))
			start++;
		return start == 0 ? s : s.substr(start);
	}

	public static function rtrim(s:String):String {
		var end = s.length;
		while (isSpace(s, end - 1))
			end--;
		return end == s.length ? s : s.substr(0, end);
	}

	public static function trim(s:String):String {
		return ltrim(rtrim(s));
	}

	/** `c` in front of `s`, as often as it takes to reach `l` characters; unchanged if `c` is "". **/
	public static function lpad(s:String, c:String, l:Int):String {
		if (c.length == 0 || s.length >= l)
			return s;
		var text = new StringBuf(), missing = l - s.length;
		while (text.length < missing)
			text.add(c);
		text.add(s);
		return text.toString();
	}

	/** The same behind `s`. **/
	public static function rpad(s:String, c:String, l:Int):String {
		if (c.length == 0 || s.length >= l)
			return s;
		var text = new StringBuf();
		text.add(s);
		while (text.length < l)
			text.add(c);
		return text.toString();
	}

	// ---- Replacing, codes

	/** All `sub` become `by`; with `sub` "" it comes between all characters. **/
	public static function replace(s:String, sub:String, by:String):String {
		return s.split(sub).join(by);
	}

	/** Hexadecimal, at least `digits` of them. **/
	public static function hex(n:Int, ?digits:Int):String {
		var s = "";
		do {
			s = "0123456789ABCDEF".charAt(n & 15) + s;
			n >>>= 4;
		} while (n != 0);
		return digits == null ? s : lpad(s, "0", digits);
	}

	public static function htmlEscape(s:String, ?quotes:Bool):String {
		var text = new StringBuf();
		for (i in 0...s.length) {
			switch codeAt(s, i) {
				case "<".code:
					text.add("&lt;");
				case ">".code:
					text.add("&gt;");
				case "&".code:
					text.add("&amp;");
				case '"'.code if (quotes):
					text.add("&quot;");
				case "'".code if (quotes):
					text.add("&#039;");
				case c:
					text.addChar(c);
			}
		}
		return text.toString();
	}

	public static function htmlUnescape(s:String):String {
		var marks = ["&gt;", "&lt;", "&quot;", "&#039;", "&amp;"], characters = [">", "<", '"', "'", "&"];
		for (i in 0...marks.length)
			s = replace(s, marks[i], characters[i]);
		return s;
	}

	/** Bytes of UTF-8 as %XX, but for letters, digits and `-_.`. **/
	public static function urlEncode(s:String):String {
		var text = new StringBuf(), i = 0;
		while (i < s.length) {
			var c = codeAt(s, i++);
			if (c >= 0xD800 && c < 0xDC00 && i < s.length) {
				var low = codeAt(s, i);
				if (low >= 0xDC00 && low < 0xE000) {
					c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
					i++;
				}
			}
			var plain = (c >= "a".code && c <= "z".code) || (c >= "A".code && c <= "Z".code) || (c >= "0".code && c <= "9".code) || c == "-".code
				|| c == "_".code || c == ".".code;
			if (plain) {
				text.addChar(c);
			} else if (c < 0x80) {
				percent(text, c);
			} else if (c < 0x800) {
				percent(text, 0xC0 | (c >> 6));
				percent(text, 0x80 | (c & 63));
			} else if (c < 0x10000) {
				percent(text, 0xE0 | (c >> 12));
				percent(text, 0x80 | ((c >> 6) & 63));
				percent(text, 0x80 | (c & 63));
			} else {
				percent(text, 0xF0 | (c >> 18));
				percent(text, 0x80 | ((c >> 12) & 63));
				percent(text, 0x80 | ((c >> 6) & 63));
				percent(text, 0x80 | (c & 63));
			}
		}
		return text.toString();
	}

	static function percent(text:StringBuf, byte:Int):Void {
		text.add("%");
		text.add(hex(byte, 2));
	}

	/** `+` is a space; a `%` without two hexadecimal digits is left out. **/
	public static function urlDecode(s:String):String {
		var text = new StringBuf(), i = 0, rest = 0, code = 0;
		while (i < s.length) {
			var c = codeAt(s, i++);
			if (c == "%".code) {
				var high = digit(codeAt(s, i)), low = digit(codeAt(s, i + 1));
				if (high < 0 || low < 0)
					continue;
				i += 2;
				var byte = high * 16 + low;
				if (rest > 0 && (byte & 0xC0) == 0x80) {
					code = (code << 6) | (byte & 63);
					if (--rest == 0)
						text.addChar(code);
				} else if (byte >= 0xF0) {
					rest = 3;
					code = byte & 7;
				} else if (byte >= 0xE0) {
					rest = 2;
					code = byte & 15;
				} else if (byte >= 0xC0) {
					rest = 1;
					code = byte & 31;
				} else {
					rest = 0;
					text.addChar(byte);
				}
			} else {
				rest = 0;
				text.addChar(c == "+".code ? " ".code : c);
			}
		}
		return text.toString();
	}

	static function digit(c:Int):Int {
		if (c >= "0".code && c <= "9".code)
			return c - "0".code;
		if (c >= "a".code && c <= "f".code)
			return c - "a".code + 10;
		if (c >= "A".code && c <= "F".code)
			return c - "A".code + 10;
		return -1;
	}

	// ---- Units

	/** The unit at `index`, what `isEof` recognises behind the end. **/
	public static inline function fastCodeAt(s:String, index:Int):Int {
		return codeAt(s, index);
	}

	/** The same where `index` is known to lie inside. **/
	public static inline function unsafeCodeAt(s:String, index:Int):Int {
		return codeAt(s, index);
	}

	@:noUsing public static inline function isEof(c:Int):Bool {
		return c == -1;
	}

	/** The unit at `index`, -1 outside. **/
	@:molt.native("molt_string_code_at")
	@:noCompletion @:noUsing static extern function codeAt(s:String, index:Int):Int;

	public static inline function iterator(s:String):StringIterator {
		return new StringIterator(s);
	}

	public static inline function keyValueIterator(s:String):StringKeyValueIterator {
		return new StringKeyValueIterator(s);
	}

	static inline var MIN_SURROGATE_CODE_POINT = 0x10000;

	/** The code point that begins at `index`. **/
	static inline function utf16CodePointAt(s:String, index:Int):Int {
		var c = codeAt(s, index);
		if (c >= 0xD800 && c <= 0xDBFF)
			c = ((c - 0xD7C0) << 10) | (codeAt(s, index + 1) & 0x3FF);
		return c;
	}

	// ---- Command lines

	@:deprecated('StringTools.quoteUnixArg() is deprecated. Use haxe.SysTools.quoteUnixArg() instead.')
	public static function quoteUnixArg(argument:String):String {
		return haxe.SysTools.quoteUnixArg(argument);
	}

	@:deprecated('StringTools.winMetaCharacters is deprecated. Use haxe.SysTools.winMetaCharacters instead.')
	public static var winMetaCharacters:Array<Int> = cast haxe.SysTools.winMetaCharacters;

	@:deprecated('StringTools.quoteWinArg() is deprecated. Use haxe.SysTools.quoteWinArg() instead.')
	public static function quoteWinArg(argument:String, escapeMetaCharacters:Bool):String {
		return haxe.SysTools.quoteWinArg(argument, escapeMetaCharacters);
	}
}
