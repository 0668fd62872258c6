/* date: calendar and time zone for Date.
 *
 * Times are milliseconds since 1970 in UTC. The calendar before and after the range of 32-bit seconds is the C library's, proleptic
 * Gregorian. Local time is that of the environment (TZ).
 */
#include "values.h"

#include <math.h>
#include <time.h>

static time_t seconds_of(double time) {
    double seconds = floor(time / 1000);
    /* Years of which tm has no number any more are cut off; NaN is the epoch. */
    if (!(seconds > -6e16)) return seconds != seconds ? 0 : (time_t)-6e16;
    return seconds < 6e16 ? (time_t)seconds : (time_t)6e16;
}

/* A part of the date: 0 year · 1 month from 0 · 2 day of the month · 3 hours · 4 minutes · 5 seconds · 6 day of the week, Sunday 0 ·
 * 7 minutes by which local time is behind UTC. */
i32 molt_date_part(double time, i32 part, bool utc) {
    time_t seconds = seconds_of(time);
    struct tm parts;
    if (!(utc ? gmtime_r(&seconds, &parts) : localtime_r(&seconds, &parts))) return 0;
    switch (part) {
    case 0: return parts.tm_year + 1900;
    case 1: return parts.tm_mon;
    case 2: return parts.tm_mday;
    case 3: return parts.tm_hour;
    case 4: return parts.tm_min;
    case 5: return parts.tm_sec;
    case 6: return parts.tm_wday;
    case 7: return (i32)(-parts.tm_gmtoff / 60);
    }
    return 0;
}

/* Parts outside of their range carry over. */
double molt_date_make(i32 year, i32 month, i32 day, i32 hour, i32 minute, i32 second, bool utc) {
    struct tm parts = {.tm_year = year - 1900, .tm_mon = month, .tm_mday = day, .tm_hour = hour, .tm_min = minute, .tm_sec = second,
                       .tm_isdst = -1};
    return (double)(utc ? timegm(&parts) : mktime(&parts)) * 1000;
}

/* Milliseconds since 1970. */
double molt_date_now(void) { return floor(clock_epoch() * 1000); }
