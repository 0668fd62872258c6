/* abi: look-up of runtime functions. */
#include "abi.h"

const AbiFunction *abi_function(const char *name) {
    u32 low = 0, high = abi_function_count;
    while (low < high) {
        u32 middle = (low + high) / 2;
        int order = strcmp(name, abi_functions[middle].name);
        if (order == 0) return &abi_functions[middle];
        if (order < 0) high = middle;
        else low = middle + 1;
    }
    return NULL;
}
