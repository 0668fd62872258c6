/* anon: anonymous structures with hidden classes, and access of fields by name. */
#include "values.h"
