/* objectmap: haxe.ds.ObjectMap, keys by identity. */
#include "values.h"
