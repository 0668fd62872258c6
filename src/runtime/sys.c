/* sys: the functions of Sys. */
#include "values.h"
