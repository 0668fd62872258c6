/* print: the text of any value, as Std.string gives it. */
#include "values.h"
