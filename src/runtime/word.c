/* word: operators on Dynamic words. */
#include "values.h"
