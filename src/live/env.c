/* env: what the code generator is told about the names in MIR (CodegenEnv). Every answer is an address or number that stays. */
#include "state.h"

#include <stddef.h>

static AbiSlot *env_slot(void *ctx, Name function) { return live_slot(ctx, function); }

/* As the update under way has lowered it; NULL: it has not. */
static const MirFunc *pending_func(Live *live, Name name) {
    for (MapEntry *entry = NULL; (entry = map_next(&live->pending_units, entry));) {
        const LiveUnit *unit = entry->value;
        for (u32 i = 0; i < unit->mir->funcs.count; i++)
            if (unit->mir->funcs.at[i]->name == name) return unit->mir->funcs.at[i];
    }
    return NULL;
}

static const AbiSig *env_function_sig(void *ctx, Name name) {
    Live *live = ctx;
    const MirFunc *pending = pending_func(live, name);
    if (pending) return pending->sig ? live_sig(live, pending->sig) : NULL;
    LiveFunction *function = function_of(live, name);
    if (!function_lower(live, function)) return NULL;
    const MirFunc *mir = function_mir(function);
    return mir->sig ? live_sig(live, mir->sig) : NULL;
}

static const AbiSig *env_sig(void *ctx, const FunSig *sig) { return live_sig(ctx, sig); }

static AbiClass *env_class(void *ctx, Name path) {
    LiveClass *cls = class_of(ctx, path);
    return cls ? cls->abi : NULL;
}

/* "pack.Enum.Ctor": parameters of enum values are fields of their constructor. */
static LiveClass *class_or_ctor(Live *live, Name owner) {
    LiveClass *cls = class_find(live, owner);
    if (cls) return cls;
    const char *dot = strrchr(owner->text, '.');
    if (dot) {
        Name enum_path = name_of(live->program->names, owner->text, (size_t)(dot - owner->text));
        LiveClass *enumeration = class_find(live, enum_path);
        TypeDecl *decl = map_get_name(&live->program->types, enum_path);
        if (!enumeration && decl && decl->kind == DECL_ENUM) class_of(live, enum_path);
        if ((cls = class_find(live, owner))) return cls;
    }
    return class_of(live, owner);
}

static bool env_field(void *ctx, Name owner, Name member, CodegenField *out) {
    Live *live = ctx;
    LiveClass *cls = class_or_ctor(live, owner);
    if (!cls) return false;
    if (cls->is_builtin) {
        if (!name_is(member, "length")) return false;
        if (cls->abi == rt_builtins(live->vm)->string_class) *out = (CodegenField){offsetof(AbiString, length), false, REP_I32};
        else if (cls->abi == rt_builtins(live->vm)->array_class) *out = (CodegenField){offsetof(AbiArray, length), false, REP_I32};
        else return false;
        return true;
    }
    for (; cls; cls = cls->super) {
        LiveField *field = class_field(cls, member);
        if (!field) continue;
        *out = (CodegenField){field->place, field->late, (Rep)field->rep};
        return true;
    }
    return false;
}

static void *env_static(void *ctx, Name owner, Name member) {
    LiveStatic *variable = static_of(ctx, owner, member);
    return variable ? variable->address : NULL;
}

static bool env_virtual(void *ctx, Name owner, Name member, CodegenVirtual *out) {
    /* The class that declares it, in the update under way if there is one, says by which types: a name may own several entries. Of the
     * classes that have that method the topmost one's entry is in all of them. */
    Name types = NULL;
    bool found = false;
    for (LiveClass *cls = class_of(ctx, owner); cls && !cls->is_builtin; cls = cls->super) {
        const MirClass *mir = cls->pending_mir ? cls->pending_mir : cls->mir;
        for (u32 i = 0; mir && i < mir->method_count; i++) {
            const MirMethodInfo *info = &mir->methods[i];
            if (!info->is_virtual || info->name != member || (types && info->types != types)) continue;
            LiveMethod *method = class_method(cls, member, info->types);
            if (!method) continue;
            *out = (CodegenVirtual){method->index, method->late};
            types = info->types;
            found = true;
        }
    }
    return found;
}

static u64 env_selector(void *ctx, Name interface, Name member) {
    LiveClass *cls = class_of(ctx, interface);
    const MirClass *mir = cls && cls->pending_mir ? cls->pending_mir : cls ? cls->mir : NULL;
    for (u32 i = 0; mir && i < mir->method_count; i++)
        if (mir->methods[i].name == member && mir->methods[i].types) return class_selector(ctx, interface, member, mir->methods[i].types);
    return 0;
}

static bool env_ctor(void *ctx, Name enum_path, Name constructor, CodegenCtor *out) {
    Live *live = ctx;
    LiveClass *cls = class_of(live, enum_path);
    if (!cls) return false;
    const MirClass *mir = cls->pending_mir ? cls->pending_mir : cls->mir;
    LiveClass *ctor = class_ctor(cls, constructor);
    for (u32 k = 0; ctor && k < mir->ctor_count; k++) {
        const MirCtorInfo *info = &mir->ctors[k];
        if (info->name != constructor) continue;
        *out = (CodegenCtor){.cls = ctor->abi, .tag = ctor->abi->tag, .count = info->count};
        if (info->count == 0) out->constant = rt_enum_singleton(live->vm, ctor->abi);
        CodegenField *params = NEW_ARRAY(ctor->arena, CodegenField, info->count);
        for (u32 i = 0; i < info->count; i++) {
            const LiveField *field = class_field(ctor, info->params[i].name);
            params[i] = (CodegenField){field->place, field->late, (Rep)field->rep};
        }
        out->params = params;
        return true;
    }
    return false;
}

static AbiObject *env_string(void *ctx, Name bytes) {
    return (AbiObject *)rt_intern(((Live *)ctx)->vm, bytes->text, bytes->length);
}

static const AbiTest *env_test(void *ctx, TypeTest test) { return live_test(ctx, test); }

/* The unit that the function is of, and its number there; NULL: lowered for something else (a dump, a test). */
static LiveUnit *unit_of(Live *live, const MirFunc *func, u32 *number) {
    if (func->origin) func = func->origin;
    LiveUnit *unit = unit_find(live, func->unit->funcs.at[0]->name);
    /* Compiled for an update, the unit is not current yet. */
    if (!unit || unit->mir != func->unit) unit = map_get(&live->pending_units, (u64)(uintptr_t)func->unit);
    if (!unit) return NULL;
    for (u32 i = 0; i < func->unit->funcs.count; i++) {
        if (func->unit->funcs.at[i] != func) continue;
        *number = i;
        return unit;
    }
    return NULL;
}

static const i32 *env_line(void *ctx, const MirFunc *func, u32 pos) {
    u32 number;
    LiveUnit *unit = unit_of(ctx, func, &number);
    return unit ? &unit->lines[number][pos] : NULL;
}

/* Loops are carried over under `dev` alone; elsewhere back edges test the thread's flag. */
static const u8 *env_stale(void *ctx, const MirFunc *func) {
    u32 number;
    LiveUnit *unit = ((Live *)ctx)->config.dev ? unit_of(ctx, func, &number) : NULL;
    return unit && unit->stale ? &unit->stale[number] : NULL;
}

static void *env_poll_site(void *ctx, const MirFunc *func, u32 loop) {
    u32 number;
    LiveUnit *unit = ((Live *)ctx)->config.dev ? unit_of(ctx, func, &number) : NULL;
    return unit && unit->sites ? loops_site(unit, number, loop) : NULL;
}

void env_init(Live *live, CodegenEnv *env) {
    *env = (CodegenEnv){
        .ctx = live,
        .vm = rt_builtins(live->vm),
        .slot = env_slot,
        .function_sig = env_function_sig,
        .sig = env_sig,
        .cls = env_class,
        .field = env_field,
        .static_var = env_static,
        .virtual_method = env_virtual,
        .selector = env_selector,
        .ctor = env_ctor,
        .string = env_string,
        .field_name = env_string, /* one table of interned strings serves both */
        .test = env_test,
        .stale = env_stale,
        .poll_site = env_poll_site,
        .line = env_line,
    };
}
