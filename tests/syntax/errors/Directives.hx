// official differs: 4.2 has other words for directives without an #if
// expect error: 8: Unexpected #end
// expect error: 9: Unexpected #else
// expect error: 10: Unexpected #elseif
// expect error: 11: Unknown token
// expect error: 12: a message
// expect error: 13: Unexpected )
#end
#else
#elseif true
#foo
#error "a message"
#if ) #end
#if (haxe >= "4.0.0" && (a || !b) && version("4.2.5") < "5.0.0") #end
class Directives {}
