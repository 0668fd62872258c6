/* map: what the three maps share: entries in order of insertion, iteration. */
#include "values.h"
