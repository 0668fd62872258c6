/* Turning beginnings of every order round; see Fannkuch.hx. */
#include "bench.h"

static int flips(const int *order, int *scratch, int n)
{
    for (int i = 0; i < n; i++)
        scratch[i] = order[i];
    int count = 0;
    int first = scratch[0];
    while (first != 0) {
        for (int low = 0, high = first; low < high; low++, high--) {
            int t = scratch[low];
            scratch[low] = scratch[high];
            scratch[high] = t;
        }
        count++;
        first = scratch[0];
    }
    return count;
}

static int32_t work(int n)
{
    int *order = malloc((size_t)n * sizeof(int));
    int *scratch = malloc((size_t)n * sizeof(int));
    int *turned = calloc((size_t)n, sizeof(int));
    for (int i = 0; i < n; i++)
        order[i] = i;
    int most = 0, sum = 0, even = 1;
    for (;;) {
        int count = flips(order, scratch, n);
        if (count > most)
            most = count;
        sum += even ? count : -count;
        even = !even;
        int k = 1;
        while (k < n) {
            int first = order[0];
            for (int i = 0; i < k; i++)
                order[i] = order[i + 1];
            order[k] = first;
            turned[k]++;
            if (turned[k] <= k)
                break;
            turned[k] = 0;
            k++;
        }
        if (k == n)
            break;
    }
    free(order);
    free(scratch);
    free(turned);
    return mix(sum, most);
}

int main(int argc, char **argv)
{
    return bench_run(argc, argv, 7, work);
}
