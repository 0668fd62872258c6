/* values: what the files of the value natives share: strings under construction, elements of arrays, text of values.
 * Thread rules and exceptions as in runtime.h: haxe state, may collect where they allocate, throw while holding nothing. */
#ifndef MOLT_VALUES_H
#define MOLT_VALUES_H

#include "rt.h"

#endif
