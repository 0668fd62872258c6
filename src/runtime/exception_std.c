/* exception_std: what haxe.Exception and haxe.NativeStackTrace ask of the runtime. */
#include "values.h"
