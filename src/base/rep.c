/* rep: letters and names of value representations. */
#include "base.h"

static const struct {
    char letter;
    const char *text;
} reps[] = {
#define X(name, letter, text, bytes) {letter, text},
    REPS(X)
#undef X
};

char rep_letter(Rep rep) { return reps[rep].letter; }
const char *rep_text(Rep rep) { return reps[rep].text; }

bool rep_parse(const char *text, Rep *rep) {
    for (u32 i = 0; i < LEN(reps); i++) {
        if (strcmp(reps[i].text, text) == 0) {
            *rep = (Rep)i;
            return true;
        }
    }
    return false;
}
