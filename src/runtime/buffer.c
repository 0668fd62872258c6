/* buffer: StringBuf. */
#include "values.h"
