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
    variable->snapshot_length = -1;
    /* A literal's content is compared element by element later: how many there were is part of it. */
    AbiObject *object;
    memcpy(&object, variable->address, 8);
    if (variable->constant_init && variable->rep == REP_REF && object && object->cls->kind == KIND_ARRAY)
        variable->snapshot_length = ((AbiArray *)object)->length;
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

bool static_is_changed(const LiveStatic *variable) {
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
    case KIND_INSTANCE:
    case KIND_ARRAY:
    case KIND_BUFFER:
    case KIND_CLOSURE:
    case KIND_CELL:
    case KIND_ANON:
    case KIND_NATIVE: return true;
    }
    return true;
}
