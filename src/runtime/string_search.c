/* string_search: indexOf, lastIndexOf, split. */
#include "values.h"
