/* math: the functions of Math.
 *
 * Rounding to Int takes what lies outside of the range modulo 2^32, as the official library does; what is not finite becomes the least Int.
 */
#include "values.h"

#include <math.h>

double molt_math_pi(void) { return M_PI; }
double molt_math_nan(void) { return NAN; }
double molt_math_positive_infinity(void) { return INFINITY; }
double molt_math_negative_infinity(void) { return -INFINITY; }

double molt_math_abs(double x) { return fabs(x); }
double molt_math_sqrt(double x) { return sqrt(x); }
double molt_math_exp(double x) { return exp(x); }
double molt_math_log(double x) { return log(x); }
double molt_math_pow(double x, double y) { return pow(x, y); }
double molt_math_sin(double x) { return sin(x); }
double molt_math_cos(double x) { return cos(x); }
double molt_math_tan(double x) { return tan(x); }
double molt_math_asin(double x) { return asin(x); }
double molt_math_acos(double x) { return acos(x); }
double molt_math_atan(double x) { return atan(x); }
double molt_math_atan2(double y, double x) { return atan2(y, x); }

bool molt_math_is_nan(double x) { return x != x; }
bool molt_math_is_finite(double x) { return isfinite(x); }

double molt_math_min(double a, double b) {
    if (a != a || b != b) return NAN;
    return a < b ? a : b;
}

double molt_math_max(double a, double b) {
    if (a != a || b != b) return NAN;
    return a < b ? b : a;
}

double molt_math_ffloor(double x) { return floor(x); }
double molt_math_fceil(double x) { return ceil(x); }
double molt_math_fround(double x) { return floor(x + 0.5); }

i32 number_wrap(double value) {
    if (value >= INT32_MIN && value <= INT32_MAX) return (i32)value;
    if (!isfinite(value)) return 0;
    double rest = fmod(trunc(value), 4294967296.0);
    return (i32)(u32)(i64)rest;
}

static i32 to_int(double x) { return isfinite(x) ? number_wrap(x) : INT32_MIN; }

i32 molt_math_floor(double x) { return to_int(floor(x)); }
i32 molt_math_ceil(double x) { return to_int(ceil(x)); }
i32 molt_math_round(double x) { return to_int(floor(x + 0.5)); }
i32 molt_std_int(double x) { return number_wrap(x); }
double molt_rt_fmod(double a, double b) { return fmod(a, b); }

/* ---- Random numbers: xorshift128+, a state a thread ------------------------------------------------------------------------------------------ */

static u64 next_random(void) {
    u64 *state = molt_thread.rt->random;
    u64 a = state[0], b = state[1];
    state[0] = b;
    a ^= a << 23;
    state[1] = a ^ b ^ a >> 17 ^ b >> 26;
    return state[1] + b;
}

double molt_math_random(void) { return (double)(next_random() >> 11) * 0x1p-53; }

/* 0 … below - 1; 0 when there is nothing below. */
i32 molt_std_random(i32 below) {
    if (below <= 1) return 0;
    return (i32)(((next_random() >> 32) * (u64)below) >> 32);
}
