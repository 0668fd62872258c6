/* date: calendar and time zone for Date. */
#include "values.h"
