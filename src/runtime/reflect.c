/* reflect: the functions of Reflect. */
#include "values.h"
