/* string_convert: UTF-8 to strings and back, upper and lower case. */
#include "values.h"
