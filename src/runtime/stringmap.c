/* stringmap: haxe.ds.StringMap. */
#include "values.h"
