/* regex: what stands behind EReg: a compiled pattern and the search for its next match. All else is Haxe (std/EReg.hx).
 *
 * Patterns are compiled for UTF-16, subjects are searched as UTF-16: positions are then Haxe's. A subject of one byte a character is
 * widened once by molt_regex_subject, not at each search. Unpaired surrogates match nothing but do no harm.
 */
#define PCRE2_CODE_UNIT_WIDTH 16
#include "anon.h"
#include "values.h"

#include <pcre2.h>

typedef struct RtRegex {
    AbiObject object;
    pcre2_code *code;
} RtRegex;

RtRegex *molt_regex_new(AbiString *pattern, AbiString *options);
AbiObject *molt_regex_subject(AbiString *subject);
AbiArray *molt_regex_search(RtRegex *regex, AbiObject *subject, i32 length, i32 from, bool nonempty);

static void finalise(AbiObject *object) { pcre2_code_free(((RtRegex *)object)->code); }

void regex_init(MoltVm *vm) {
    RtClassSpec spec = {.name = rt_intern(vm, "`regex", 6), .kind = KIND_NATIVE, .size = sizeof(RtRegex), .finalise = finalise};
    vm->anon->regex = rt_class_new(vm, &spec);
}

static u32 flags_of(const AbiString *options) {
    u32 flags = PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF;
    for (i32 i = 0; i < options->length; i++) {
        u32 letter = rt_string_unit(options, i);
        if (letter == 'i') flags |= PCRE2_CASELESS;
        else if (letter == 'm') flags |= PCRE2_MULTILINE;
        else if (letter == 's') flags |= PCRE2_DOTALL;
        else if (letter != 'g' && letter != 'u') rt_throw_text("Unsupported regular expression option '%c'", letter < 128 ? (char)letter : '?');
    }
    return flags;
}

RtRegex *molt_regex_new(AbiString *pattern, AbiString *options) {
    u32 flags = flags_of(non_null(options));
    AbiObject *units = molt_regex_subject(non_null(pattern));
    RtRegex *regex = (RtRegex *)rt_alloc_native(rt_this_vm()->anon->regex);
    const u16 *text = units->cls->kind == KIND_STRING ? string_wide(pattern) : (const u16 *)(const void *)((AbiBuffer *)units)->data;
    int error;
    PCRE2_SIZE at;
    regex->code = pcre2_compile(text, (PCRE2_SIZE)pattern->length, flags, &error, &at, NULL);
    if (!regex->code) {
        u16 wide[200];
        char message[200];
        int length = pcre2_get_error_message(error, wide, LEN(wide));
        for (int i = 0; i <= MAX(length, 0) && i < (int)LEN(message); i++) message[i] = (char)wide[i];
        rt_throw_text("Regular expression: %s at %u", length < 0 ? "error" : message, (u32)at);
    }
    pcre2_jit_compile(regex->code, PCRE2_JIT_COMPLETE); /* without it searches are slower, that is all */
    return regex;
}

/* The text as search wants it: a wide string itself, else a buffer of its units. */
AbiObject *molt_regex_subject(AbiString *subject) {
    non_null(subject);
    if (rt_string_wide(subject)) return &subject->object;
    AbiBuffer *units = rt_alloc_buffer(ELEM_BOOL, (u64)(subject->length + 1) * 2);
    u16 *out = (u16 *)(void *)units->data;
    for (i32 i = 0; i < subject->length; i++) out[i] = subject->data[i];
    return &units->object;
}

/* Start and end of the first match at or behind `from` and of each of its groups (-1: did not take part); NULL: there is none. */
AbiArray *molt_regex_search(RtRegex *regex, AbiObject *subject, i32 length, i32 from, bool nonempty) {
    non_null(subject);
    const u16 *text = subject->cls->kind == KIND_STRING ? string_wide((AbiString *)subject) : (const u16 *)(const void *)((AbiBuffer *)subject)->data;
    if (length < 0 || from < 0 || from > length) return NULL;
    pcre2_match_data *data = pcre2_match_data_create_from_pattern(regex->code, NULL);
    if (!data) rt_throw(word_of_ref(rt_this_vm()->text_out_of_memory));
    u32 options = nonempty ? PCRE2_NOTEMPTY_ATSTART : 0;
    int status = pcre2_match(regex->code, text, (PCRE2_SIZE)length, (PCRE2_SIZE)from, options, data, NULL);
    if (status < 0) {
        pcre2_match_data_free(data);
        if (status == PCRE2_ERROR_NOMATCH) return NULL;
        rt_throw_text("Regular expression: the search was given up (error %d)", status);
    }
    enum { MOST = 512 };
    u32 count = MIN(pcre2_get_ovector_count(data), MOST);
    i32 places[2 * MOST];
    const PCRE2_SIZE *found = pcre2_get_ovector_pointer(data);
    for (u32 i = 0; i < 2 * count; i++) places[i] = i / 2 < (u32)status && found[i] != PCRE2_UNSET ? (i32)found[i] : -1;
    pcre2_match_data_free(data);
    /* Nothing is held any more: making the array may throw. */
    AbiArray *result = rt_alloc_array(ELEM_I32, (i32)(2 * count));
    memcpy(result->data, places, 2 * count * sizeof *places);
    return result;
}
