// expect: after 5 s
// expect: not a Failure
interface Failure {
	function reason():String;
}

class Timeout implements Failure {
	var seconds:Int;

	public function new(seconds)
		this.seconds = seconds;

	public function reason()
		return "after " + seconds + " s";
}

class CatchInterface {
	static function main() {
		try {
			throw new Timeout(5);
		} catch (f:Failure) {
			Sys.println(f.reason());
		}
		try {
			try {
				throw "not a Failure";
			} catch (f:Failure) {
				Sys.println("wrong");
			}
		} catch (s:String) {
			Sys.println(s);
		}
	}
}
