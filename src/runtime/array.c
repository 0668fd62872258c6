/* array: making arrays, their elements, growth. */
#include "values.h"
