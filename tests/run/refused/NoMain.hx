// expect error: 2: Invalid -main : NoMain does not have static function main
class NoMain {
	static function start() {}
}
