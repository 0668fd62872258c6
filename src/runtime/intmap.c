/* intmap: haxe.ds.IntMap. */
#include "values.h"
