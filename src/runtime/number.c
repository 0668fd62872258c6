/* number: numbers as text and text as numbers. */
#include "values.h"
