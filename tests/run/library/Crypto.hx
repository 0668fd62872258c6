// expect: Crypto.hx:17: 5eb63bbbe01eeed093cb22bb8f5acdc3
// expect: Crypto.hx:18: 2aae6c35c94fcfb415dbe95f408b9ce91ee846ed
// expect: Crypto.hx:19: b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9
// expect: Crypto.hx:20: 2f05477fc24bb4faefd86517156dafdecec45b8ad3cf2522a563582b
// expect: Crypto.hx:21: 222957957
// expect: Crypto.hx:22: 436929629
// expect: Crypto.hx:23: aGVsbG8gd29ybGQh
// expect: Crypto.hx:24: aGVsbA== -_8
// expect: Crypto.hx:25: hello world!
// expect: Crypto.hx:26: 4e4748e62b463521f6775fbf921234b5
// expect: Crypto.hx:27: 415a
import haxe.crypto.*;
import haxe.io.Bytes;

class Crypto {
	static function main() {
		trace(Md5.encode("hello world"));
		trace(Sha1.encode("hello world"));
		trace(Sha256.encode("hello world"));
		trace(Sha224.encode("hello world"));
		trace(Crc32.make(Bytes.ofString("hello world")));
		trace(Adler32.make(Bytes.ofString("hello world")));
		trace(Base64.encode(Bytes.ofString("hello world!")));
		trace(Base64.encode(Bytes.ofString("hell")) + " " + Base64.urlEncode(Bytes.ofHex("fbff")));
		trace(Base64.decode("aGVsbG8gd29ybGQh").toString());
		trace(new Hmac(MD5).make(Bytes.ofString("key"), Bytes.ofString("message")).toHex());
		trace(new BaseCode(Bytes.ofString("0123456789abcdef")).encodeString("AZ"));
	}
}
