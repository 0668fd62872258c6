/* abi: names of representations and the look-up of runtime functions. */
#include "abi.h"

static const struct {
    char letter;
    const char *text;
} reps[] = {
#define X(name, letter, text, bytes) {letter, text},
    ABI_REPS(X)
#undef X
};

char abi_rep_letter(AbiRep rep) { return reps[rep].letter; }
const char *abi_rep_text(AbiRep rep) { return reps[rep].text; }

bool abi_rep_parse(const char *text, AbiRep *rep) {
    for (u32 i = 0; i < LEN(reps); i++) {
        if (strcmp(reps[i].text, text) == 0) {
            *rep = (AbiRep)i;
            return true;
        }
    }
    return false;
}

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
