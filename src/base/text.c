/* text: growing byte buffers and the two ways of quoting.
 *
 * Contract: once anything was written, `at` is NUL-terminated (the NUL is not counted). The bytes may hold NULs themselves.
 */
#include "base.h"

static void make_room(Text *text, size_t more)
{
    size_t wanted = text->count + more + 1;
    if (wanted <= text->capacity) return;
    size_t capacity = MAX(MAX(text->capacity * 2, wanted), (size_t)64);
    text->at = base_realloc(text->at, text->capacity, capacity);
    text->capacity = capacity;
}

void text_add(Text *text, const char *bytes, size_t count)
{
    make_room(text, count);
    if (count) memcpy(text->at + text->count, bytes, count);
    text->count += count;
    text->at[text->count] = 0;
}

void text_str(Text *text, const char *string)
{
    text_add(text, string, strlen(string));
}

void text_char(Text *text, char c)
{
    text_add(text, &c, 1);
}

void text_printf(Text *text, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    make_room(text, 64);
    size_t room = text->capacity - text->count;
    int length = vsnprintf(text->at + text->count, room, format, arguments);
    va_end(arguments);
    ASSERT(length >= 0);
    if ((size_t)length >= room) {
        make_room(text, (size_t)length);
        vsnprintf(text->at + text->count, (size_t)length + 1, format, again);
    }
    va_end(again);
    text->count += (size_t)length;
}

void text_indent(Text *text, int levels)
{
    for (int i = 0; i < levels; i++) text_add(text, "    ", 4);
}

void text_quoted(Text *text, const char *bytes, size_t count)
{
    text_char(text, '"');
    for (size_t i = 0; i < count; i++) {
        unsigned char c = (unsigned char)bytes[i];
        switch (c) {
        case '"': text_add(text, "\\\"", 2); break;
        case '\\': text_add(text, "\\\\", 2); break;
        case '\n': text_add(text, "\\n", 2); break;
        case '\r': text_add(text, "\\r", 2); break;
        case '\t': text_add(text, "\\t", 2); break;
        default:
            /* Bytes above 127 belong to UTF-8 characters and stay: \xNN would name a character of its own. */
            if (c < 0x20 || c == 0x7f)
                text_printf(text, "\\x%02X", c);
            else
                text_char(text, (char)c);
        }
    }
    text_char(text, '"');
}

/* Length of the valid UTF-8 sequence at the start of `bytes`, 0 if it is not one (overlong forms, surrogates and values beyond
 * U+10FFFF included: JSON readers refuse them). */
static size_t utf8_length(const unsigned char *bytes, size_t count)
{
    unsigned char lead = bytes[0];
    if (lead < 0x80) return 1;
    size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || length > count) return 0;
    for (size_t i = 1; i < length; i++)
        if ((bytes[i] & 0xC0) != 0x80) return 0;
    if (lead == 0xE0 && bytes[1] < 0xA0) return 0;
    if (lead == 0xED && bytes[1] > 0x9F) return 0;
    if (lead == 0xF0 && bytes[1] < 0x90) return 0;
    if (lead == 0xF4 && bytes[1] > 0x8F) return 0;
    return length;
}

void text_json(Text *text, const char *bytes, size_t count)
{
    text_char(text, '"');
    for (size_t i = 0; i < count;) {
        unsigned char c = (unsigned char)bytes[i];
        size_t length = utf8_length((const unsigned char *)bytes + i, count - i);
        if (length == 0) {
            text_str(text, "\xEF\xBF\xBD");
            i++;
            continue;
        }
        switch (c) {
        case '"': text_add(text, "\\\"", 2); break;
        case '\\': text_add(text, "\\\\", 2); break;
        case '\n': text_add(text, "\\n", 2); break;
        case '\r': text_add(text, "\\r", 2); break;
        case '\t': text_add(text, "\\t", 2); break;
        case '\b': text_add(text, "\\b", 2); break;
        case '\f': text_add(text, "\\f", 2); break;
        default:
            if (c < 0x20 || c == 0x7f)
                text_printf(text, "\\u%04x", c);
            else
                text_add(text, bytes + i, length);
        }
        i += length;
    }
    text_char(text, '"');
}

void text_free(Text *text)
{
    free(text->at);
    *text = (Text){0};
}

/* ---- Likeness ---------------------------------------------------------------------------------------------------------------------- */

u32 text_distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
    enum { LONGEST = 200 };
    if (a_length > LONGEST || b_length > LONGEST) return UINT32_MAX;
    u32 row[LONGEST + 1];
    for (u32 j = 0; j <= b_length; j++) row[j] = j;
    for (u32 i = 1; i <= a_length; i++) {
        u32 diagonal = row[0];
        row[0] = i;
        for (u32 j = 1; j <= b_length; j++) {
            u32 change = diagonal + (a[i - 1] != b[j - 1]);
            diagonal = row[j];
            row[j] = MIN(change, MIN(row[j] + 1, row[j - 1] + 1));
        }
    }
    return row[b_length];
}
