/* The largest singular value of an infinite matrix; see SpectralNorm.hx. */
#include <math.h>

#include "bench.h"

static inline double element(int i, int j)
{
    return 1.0 / (((i + j) * (i + j + 1) >> 1) + i + 1);
}

static void times(const double *v, double *result, int n)
{
    for (int i = 0; i < n; i++) {
        double sum = 0;
        for (int j = 0; j < n; j++)
            sum += element(i, j) * v[j];
        result[i] = sum;
    }
}

static void transposed_times(const double *v, double *result, int n)
{
    for (int i = 0; i < n; i++) {
        double sum = 0;
        for (int j = 0; j < n; j++)
            sum += element(j, i) * v[j];
        result[i] = sum;
    }
}

static int32_t work(int n)
{
    double *u = malloc((size_t)n * sizeof(double));
    double *v = calloc((size_t)n, sizeof(double));
    double *t = calloc((size_t)n, sizeof(double));
    for (int i = 0; i < n; i++)
        u[i] = 1;
    for (int i = 0; i < 10; i++) {
        times(u, t, n);
        transposed_times(t, v, n);
        times(v, t, n);
        transposed_times(t, u, n);
    }
    double uv = 0, vv = 0;
    for (int i = 0; i < n; i++) {
        uv += u[i] * v[i];
        vv += v[i] * v[i];
    }
    free(u);
    free(v);
    free(t);
    return (int32_t)floor(sqrt(uv / vv) * 1e9 + 0.5);
}

int main(int argc, char **argv)
{
    return bench_run(argc, argv, 50, work);
}
