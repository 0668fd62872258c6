/* hot: the natives of molt.Hot, and of the collector. */
#include "values.h"
