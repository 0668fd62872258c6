/* Points that stay bounded under z -> z^2 + c; see Mandelbrot.hx. */
#include "bench.h"

enum { LIMIT = 50 };

static int turns(double cx, double cy)
{
    double x = 0, y = 0;
    int n = 0;
    while (n < LIMIT) {
        double x2 = x * x, y2 = y * y;
        if (x2 + y2 > 4)
            break;
        y = 2 * x * y + cy;
        x = x2 - y2 + cx;
        n++;
    }
    return n;
}

static int32_t work(int size)
{
    int32_t sum = 0;
    for (int row = 0; row < size; row++) {
        int line = 0;
        for (int column = 0; column < size; column++)
            line += turns(3.0 * column / size - 2, 2.0 * row / size - 1);
        sum = mix(sum, line);
    }
    return sum;
}

int main(int argc, char **argv)
{
    return bench_run(argc, argv, 60, work);
}
