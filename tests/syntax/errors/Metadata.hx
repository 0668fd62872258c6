// expect error: 6: Unexpected ;
// expect error: 7: Unexpected spaced
// expect error: 8: Expected )
class Metadata {
	@:fine(1, a.b) @also.fine static function main() {
		@:;
		@ spaced 1;
		@:m(1 2) 3;
		@:m(1) (2);
	}
	@:dangling
}
