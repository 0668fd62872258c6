// expect error: 4: this target cannot do that
class UserError {
	#if !never
	#error "this target cannot do that"
	#end
}
