/* What the C versions have in common: the same arguments and output as Bench.hx. */
#ifndef BENCH_H
#define BENCH_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { WARM_UP = 3, MEASURED = 7 };

static inline int32_t mix(int32_t sum, int32_t value)
{
    return (int32_t)(((uint32_t)sum * 31 + (uint32_t)value) & 0x3fffffff);
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static int bench_run(int argc, char **argv, int size, int32_t (*given)(int))
{
    int32_t (*volatile work)(int) = given; /* so that the compiler cannot see that repeating it gives the same */
    if (argc > 1)
        size = atoi(argv[1]);
    int32_t checksum = work(size);
    if (argc > 2 && strcmp(argv[2], "time") == 0) {
        for (int i = 1; i < WARM_UP; i++)
            work(size);
        for (int i = 0; i < MEASURED; i++) {
            double begin = now();
            if (work(size) != checksum)
                return 1;
            printf("ms %.3f\n", (now() - begin) * 1000);
        }
    }
    printf("checksum %d\n", (int)checksum);
    return 0;
}

#endif
