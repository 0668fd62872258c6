/* array_edit: operations that change or search an array as a whole. */
#include "values.h"
