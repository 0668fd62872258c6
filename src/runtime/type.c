/* type: the functions of Type. */
#include "values.h"
