import haxe.iterators.StringIterator;
import haxe.iterators.StringKeyValueIterator;

/** What can be done with texts beyond String itself; for `using`. **/
class StringTools {
	static inline var MIN_SURROGATE_CODE_POINT = 0x10000;

	/** As part of a URL: all but letters, digits and `-_.` as percent-encoded UTF-8. **/
	public static function urlEncode(s:String):String {
		var text = new StringBuf(), i = 0;
		while (i < s.length) {
			var code = utf16CodePointAt(s, i);
			i += code >= MIN_SURROGATE_CODE_POINT ? 2 : 1;
			if (isPlainInUrl(code)) {
				text.addChar(code);
			} else if (code < 0x80) {
				addEncoded(text, code);
			} else if (code < 0x800) {
				addEncoded(text, 0xC0 | (code >> 6));
				addEncoded(text, 0x80 | (code & 0x3F));
			} else if (code < 0x10000) {
				addEncoded(text, 0xE0 | (code >> 12));
				addEncoded(text, 0x80 | (code >> 6 & 0x3F));
				addEncoded(text, 0x80 | (code & 0x3F));
			} else {
				addEncoded(text, 0xF0 | (code >> 18));
				addEncoded(text, 0x80 | (code >> 12 & 0x3F));
				addEncoded(text, 0x80 | (code >> 6 & 0x3F));
				addEncoded(text, 0x80 | (code & 0x3F));
			}
		}
		return text.toString();
	}

	static function isPlainInUrl(code:Int):Bool {
		return code >= "a".code && code <= "z".code || code >= "A".code && code <= "Z".code || code >= "0".code && code <= "9".code
			|| code == "-".code || code == "_".code || code == ".".code;
	}

	static function addEncoded(text:StringBuf, byte:Int):Void {
		text.add("%");
		text.add(hex(byte, 2));
	}

	/** The reverse of urlEncode; `+` is a space too. **/
	public static function urlDecode(s:String):String {
		var text = new StringBuf(), i = 0, pending = 0, code = 0;
		while (i < s.length) {
			var unit = fastCodeAt(s, i++), byte = -1;
			if (unit == "%".code && i + 1 < s.length) {
				var high = hexDigit(fastCodeAt(s, i)), low = hexDigit(fastCodeAt(s, i + 1));
				if (high >= 0 && low >= 0) {
					byte = (high << 4) | low;
					i += 2;
				}
			}
			if (byte >= 0x80) {
				if (pending > 0 && byte < 0xC0) {
					code = (code << 6) | (byte & 0x3F);
					if (--pending == 0)
						text.addChar(code);
				} else {
					pending = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : byte >= 0xC0 ? 1 : 0;
					code = byte & (0x3F >> pending);
				}
			} else {
				pending = 0;
				text.addChar(byte >= 0 ? byte : unit == "+".code ? " ".code : unit);
			}
		}
		return text.toString();
	}

	static function hexDigit(unit:Int):Int {
		return if (unit >= "0".code && unit <= "9".code) unit - "0".code; else if (unit >= "a".code && unit <= "f".code) unit - "a".code + 10; else if (unit
			>= "A".code && unit <= "F".code) unit - "A".code + 10; else -1;
	}

	/** `&`, `<`, `>` as HTML entities, both kinds of quotes too if asked for. **/
	public static function htmlEscape(s:String, ?quotes:Bool):String {
		var text = new StringBuf(), start = 0;
		for (i in 0...s.length) {
			var entity = switch (fastCodeAt(s, i)) {
				case "&".code: "&amp;";
				case "<".code: "&lt;";
				case ">".code: "&gt;";
				case '"'.code if (quotes): "&quot;";
				case "'".code if (quotes): "&#039;";
				case _: null;
			}
			if (entity != null) {
				text.addSub(s, start, i - start);
				text.add(entity);
				start = i + 1;
			}
		}
		text.addSub(s, start, s.length - start);
		return text.toString();
	}

	/** The reverse of htmlEscape. **/
	public static function htmlUnescape(s:String):String {
		return s.split("&gt;").join(">").split("&lt;").join("<").split("&quot;").join('"').split("&#039;").join("'").split("&amp;").join("&");
	}

	public static function contains(s:String, value:String):Bool {
		return s.indexOf(value) >= 0;
	}

	public static function startsWith(s:String, start:String):Bool {
		return s.length >= start.length && s.lastIndexOf(start, 0) == 0;
	}

	public static function endsWith(s:String, end:String):Bool {
		return s.length >= end.length && s.indexOf(end, s.length - end.length) >= 0;
	}

	/** Is the character at `pos` a space, a tabulator or an end of line? False outside of the text. **/
	public static function isSpace(s:String, pos:Int):Bool {
		var code = fastCodeAt(s, pos);
		return code == " ".code || code >= 9 && code <= 13;
	}

	/** Without spaces at the beginning. **/
	public static function ltrim(s:String):String {
		var start = 0;
		while (isSpace(s, start))
			start++;
		return start > 0 ? s.substr(start) : s;
	}

	/** Without spaces at the end. **/
	public static function rtrim(s:String):String {
		var end = s.length;
		while (end > 0 && isSpace(s, end - 1))
			end--;
		return end < s.length ? s.substr(0, end) : s;
	}

	/** Without spaces at both ends. **/
	public static function trim(s:String):String {
		return ltrim(rtrim(s));
	}

	/** `c` in front as often as it takes to have `l` characters at least. **/
	public static function lpad(s:String, c:String, l:Int):String {
		return padding(s, c, l) + s;
	}

	/** `c` behind as often as it takes to have `l` characters at least. **/
	public static function rpad(s:String, c:String, l:Int):String {
		return s + padding(s, c, l);
	}

	static function padding(s:String, c:String, l:Int):String {
		if (c.length == 0 || s.length >= l)
			return "";
		var text = new StringBuf();
		while (s.length + text.length < l)
			text.add(c);
		return text.toString();
	}

	/** With every `sub` replaced by `by`; an empty `sub` stands between all characters. **/
	public static function replace(s:String, sub:String, by:String):String {
		return s.split(sub).join(by);
	}

	/** As an unsigned number to base 16, in upper case, filled up with zeros to `digits` digits. **/
	public static function hex(n:Int, ?digits:Int):String {
		var text = "";
		do {
			text = "0123456789ABCDEF".charAt(n & 15) + text;
			n >>>= 4;
		} while (n > 0);
		return digits == null ? text : lpad(text, "0", digits);
	}

	/** The unit at `index`, isEof behind the end. **/
	public static inline function fastCodeAt(s:String, index:Int):Int {
		return s.cca(index);
	}

	/** The unit at `index`, which lies inside. **/
	public static inline function unsafeCodeAt(s:String, index:Int):Int {
		return s.cca(index);
	}

	/** The units of a text. **/
	public static inline function iterator(s:String):StringIterator {
		return new StringIterator(s);
	}

	/** The units of a text with their positions. **/
	public static inline function keyValueIterator(s:String):StringKeyValueIterator {
		return new StringKeyValueIterator(s);
	}

	/** Is it what fastCodeAt gives outside of the text? **/
	@:noUsing public static inline function isEof(c:Int):Bool {
		return c < 0;
	}

	@:noCompletion
	@:deprecated("StringTools.quoteUnixArg() is deprecated. Use haxe.SysTools.quoteUnixArg() instead.")
	public static function quoteUnixArg(argument:String):String {
		return haxe.SysTools.quoteUnixArg(argument);
	}

	@:noCompletion
	@:deprecated("StringTools.winMetaCharacters is deprecated. Use haxe.SysTools.winMetaCharacters instead.")
	public static var winMetaCharacters(get, never):Array<Int>;

	static function get_winMetaCharacters():Array<Int> {
		return cast haxe.SysTools.winMetaCharacters;
	}

	@:noCompletion
	@:deprecated("StringTools.quoteWinArg() is deprecated. Use haxe.SysTools.quoteWinArg() instead.")
	public static function quoteWinArg(argument:String, escapeMetaCharacters:Bool):String {
		return haxe.SysTools.quoteWinArg(argument, escapeMetaCharacters);
	}

	/** The character that begins at `index`, which may take two units. **/
	static inline function utf16CodePointAt(s:String, index:Int):Int {
		var code = fastCodeAt(s, index);
		if (code >= 0xD800 && code <= 0xDBFF)
			code = ((code - 0xD7C0) << 10) | (fastCodeAt(s, index + 1) & 0x3FF);
		return code;
	}
}
