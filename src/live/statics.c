/* statics: static variables.
 *
 * A variable is its path and its type: retyped, it gets another cell, and stale code goes on with the old one. The snapshot is a copy of
 * what the initialiser gave, by which contract 7.6 decides whether the program has changed the variable since.
 */
#include "state.h"

LiveStatic *static_find(Live *live, Name path) { return map_get_name(&live->statics, path); }

static Field *find_field(Live *live, Name path) { return map_get_name(&live->program->fields, path); }

LiveStatic *static_of(Live *live, Name owner, Name name) {
    Name path = name_printf(live->program->names, "%s.%s", owner->text, name->text);
    LiveStatic *variable = static_find(live, path);
    if (variable && !variable->removed) return variable;
    Field *field = find_field(live, path);
    if (!field || !field->owner) return NULL;
    Arena *scratch = arena_new("static");
    MirStatic info = lower_static(live->lowering, field, scratch);
    variable = base_alloc(sizeof *variable);
    *variable = (LiveStatic){.path = path, .owner = owner, .name = name, .type = info.type, .init = info.init, .rep = info.rep,
                             .test = info.test, .field = field, .constant_init = info.constant_init};
    variable->address = rt_static_new(live->vm, (Rep)info.rep);
    variable->snapshot = rt_static_new(live->vm, (Rep)info.rep);
    map_set_name(&live->statics, path, variable);
    arena_free(scratch);
    return variable;
}

void static_note_initialised(LiveStatic *variable) {
    variable->initialised = true;
    memcpy(variable->snapshot, variable->address, 8);
}

/* Are the two words the same value, strings by content? */
static bool same_word(Word a, Word b) {
    if (a == b) return true;
    if (!word_is_ref(a) || !word_is_ref(b)) return false;
    const AbiObject *x = (const AbiObject *)(uintptr_t)a, *y = (const AbiObject *)(uintptr_t)b;
    if (x->cls != y->cls || x->cls->kind != KIND_STRING) return false;
    const AbiString *s = (const AbiString *)x, *t = (const AbiString *)y;
    if (s->length != t->length || (s->meta & 1) != (t->meta & 1)) return false;
    return memcmp(s->data, t->data, (size_t)s->length << (s->meta & 1)) == 0;
}

static bool same_content(Word a, Word b, u32 depth);

static bool same_array(const AbiArray *a, const AbiArray *b, u32 depth) {
    if (a->length != b->length || a->elem != b->elem) return false;
    static const u8 bytes[ELEM_COUNT] = {[ELEM_I32] = 4, [ELEM_F64] = 8, [ELEM_BOOL] = 1, [ELEM_WORD] = 8};
    if (a->elem != ELEM_WORD) return a->length == 0 || memcmp(a->data, b->data, (size_t)a->length * bytes[a->elem]) == 0;
    for (i32 i = 0; i < a->length; i++)
        if (!same_content(((const Word *)a->data)[i], ((const Word *)b->data)[i], depth + 1)) return false;
    return true;
}

/* Literals nest as deep as somebody wrote them; what is deeper was made by the program. */
static bool same_content(Word a, Word b, u32 depth) {
    if (same_word(a, b)) return true;
    if (depth > 64 || !word_is_ref(a) || !word_is_ref(b)) return false;
    const AbiObject *x = (const AbiObject *)(uintptr_t)a, *y = (const AbiObject *)(uintptr_t)b;
    if (x->cls != y->cls || x->cls->kind != KIND_ARRAY) return false;
    return same_array((const AbiArray *)x, (const AbiArray *)y, depth);
}

/* A literal of constants: compared with what the initialiser that made it gives once more. Runs it, so the caller is in the haxe state. */
static bool literal_is_changed(Live *live, const LiveStatic *variable) {
    LiveFunction *init = variable->init ? function_find(live, variable->init) : NULL;
    if (!init || !init->code) return true;
    volatile Word now, fresh; /* on the stack, where a collection sees them */
    memcpy((void *)&now, variable->address, 8);
    RtStatus status = rt_call(RT_ENTRY_CATCH, init->address, NULL, 0, NULL);
    memcpy((void *)&fresh, variable->address, 8);
    memcpy(variable->address, (const void *)&now, 8);
    return status != RT_OK || !same_content(now, fresh, 0);
}

bool static_is_changed(Live *live, const LiveStatic *variable) {
    u64 now;
    memcpy(&now, variable->address, 8);
    if (variable->rep != REP_REF && variable->rep != REP_WORD) return now != *variable->snapshot;
    if (!same_word(now, *variable->snapshot)) return true;
    if (!word_is_ref(now)) return false;
    const AbiObject *object = (const AbiObject *)(uintptr_t)now;
    switch ((AbiKind)object->cls->kind) {
    case KIND_STRING:
    case KIND_I64:
    case KIND_CLASS: return false;
    case KIND_ENUM: return object->cls->size > sizeof(AbiObject) + 8; /* parameters may refer to what can change */
    case KIND_ARRAY: return !variable->constant_init || literal_is_changed(live, variable);
    case KIND_INSTANCE:
    case KIND_BUFFER:
    case KIND_CLOSURE:
    case KIND_CELL:
    case KIND_ANON:
    case KIND_NATIVE: return true;
    }
    return true;
}
