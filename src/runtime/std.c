/* std: the functions of Std that are not text of values. */
#include "values.h"
