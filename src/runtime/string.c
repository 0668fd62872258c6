/* string: making, comparing, joining strings and taking parts of them. */
#include "values.h"

i32 molt_string_length(AbiString *string) { return string->length; }
