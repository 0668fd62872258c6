/* math: the functions of Math. */
#include "values.h"
#include <math.h>

double molt_math_sqrt(double x) { return sqrt(x); }
