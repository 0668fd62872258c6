/* align: two sequences paired in order, as a comparison of texts does: what was put in or taken out between others has no partner. */
#include "base.h"

#include <stdlib.h>

enum { MOST_CELLS = 1 << 20 };

void align_sequences(u32 a, u32 b, AlignWeight *weight, void *context, u32 *out)
{
    for (u32 i = 0; i < a; i++) out[i] = i < b && (u64)a * b > MOST_CELLS ? i : UINT32_MAX;
    if (!a || !b || (u64)a * b > MOST_CELLS) return;
    /* best[i][k]: greatest sum from item i of the one and item k of the other on. */
    u32 row = b + 1;
    u32 *best = base_alloc(sizeof *best * (a + 1) * row), *weights = base_alloc(sizeof *weights * a * b);
    for (u32 i = a; i-- > 0;) {
        for (u32 k = b; k-- > 0;) {
            u32 own = weights[i * b + k] = weight(context, i, k);
            u32 paired = own ? own + best[(i + 1) * row + k + 1] : 0;
            best[i * row + k] = MAX(paired, MAX(best[(i + 1) * row + k], best[i * row + k + 1]));
        }
    }
    for (u32 i = 0, k = 0; i < a && k < b;) {
        u32 own = weights[i * b + k], here = best[i * row + k];
        if (own && here == own + best[(i + 1) * row + k + 1]) out[i++] = k++;
        else if (here == best[(i + 1) * row + k]) i++;
        else k++;
    }
    free(best);
    free(weights);
}
