/* info: what reflection, printing and dynamic access know of a class (RtTypeInfo), and type tests and signatures of generated code. */
#include "state.h"

#include <stdlib.h>

static AbiString *intern(Live *live, Name name) { return rt_intern(live->vm, name->text, name->length); }

const AbiTest *live_test(Live *live, TypeTest test) {
    if (!test) return NULL;
    AbiTest *made = map_get_name(&live->tests, test);
    if (made) return made;
    static const struct {
        const char *name;
        AbiTestKind kind;
    } core[] = {
        {"any", TEST_ANY}, {"Dynamic", TEST_ANY}, {"Int", TEST_INT}, {"Float", TEST_FLOAT}, {"Bool", TEST_BOOL},
        {"function", TEST_FUNCTION}, {"anon", TEST_ANON}, {"Int64", TEST_I64},
    };
    /* A clause for values looks into haxe.ValueException; one for haxe.ValueException takes every value. */
    bool is_catch = strncmp(test->text, "catch ", 6) == 0;
    Name path = is_catch ? name_lit(live->program->names, test->text + 6) : test;
    AbiTest value = {.kind = TEST_CLASS, .name = path->text};
    bool known = false;
    for (u32 i = 0; i < LEN(core) && !known; i++) {
        if (!name_is(path, core[i].name)) continue;
        value.kind = core[i].kind;
        known = true;
    }
    if (!known && name_is(path, "ref")) return NULL; /* any object will do: nothing to test */
    if (!known) {
        LiveClass *cls = class_of(live, path);
        if (!cls) return NULL;
        value.cls = cls->abi;
        if (cls->kind == DECL_INTERFACE) value.kind = TEST_INTERFACE;
    }
    value.of_value = is_catch && !name_is(path, "haxe.ValueException");
    if (is_catch && !value.of_value) value.kind = TEST_VALUE_EXCEPTION;
    made = low_alloc(live->low, sizeof *made);
    *made = value;
    map_set_name(&live->tests, test, made);
    return made;
}

/* The class that a reference in a signature relies on; NULL: any reference. */
static AbiClass *relied_on(Live *live, u8 rep, TypeTest test) {
    if (rep != REP_REF) return NULL;
    const AbiTest *made = live_test(live, test);
    return made && (made->kind == TEST_CLASS || made->kind == TEST_INTERFACE) ? made->cls : NULL;
}

const AbiSig *live_sig(Live *live, const FunSig *sig) {
    AbiClass **classes = base_alloc(sizeof *classes * (sig->count + 1));
    u8 *optional = base_alloc(sig->count + 1);
    for (u32 i = 0; i < sig->count; i++) {
        classes[i] = relied_on(live, sig->arg_reps[i], sig->arg_tests ? sig->arg_tests[i] : NULL);
        optional[i] = sig->optional && sig->optional[i];
    }
    const AbiSig *made = rt_sig(live->vm, sig->text->text, sig->count, sig->arg_reps, classes, optional, sig->ret_rep,
                                relied_on(live, sig->ret_rep, sig->ret_test));
    free(classes);
    free(optional);
    return made;
}

/* The signature from its text "(i,?w,r String)f" (see fun_sig_new). */
static const AbiSig *sig_of_text(Live *live, Name text) {
    enum { MAX_ARGS = 255 };
    u8 reps[MAX_ARGS];
    TypeTest tests[MAX_ARGS];
    bool optional[MAX_ARGS];
    FunSig sig = {.arg_reps = reps, .arg_tests = tests, .optional = optional, .text = text};
    const char *at = text->text + 1;
    for (bool result = false;; ) {
        if (*at == ')') {
            result = true;
            at++;
        }
        bool is_optional = *at == '?';
        if (is_optional) at++;
        Rep rep = REP_VOID;
        while (rep < REP_COUNT && rep_letter(rep) != *at) rep++;
        ASSERT(rep < REP_COUNT);
        at++;
        TypeTest test = NULL;
        if (*at == ' ') {
            const char *start = ++at;
            /* Tests hold no commas or parentheses. */
            while (*at && *at != ',' && *at != ')') at++;
            test = name_of(live->program->names, start, (size_t)(at - start));
        }
        if (result) {
            sig.ret_rep = (u8)rep;
            sig.ret_test = test;
            return live_sig(live, &sig);
        }
        ASSERT(sig.count < MAX_ARGS);
        reps[sig.count] = (u8)rep;
        tests[sig.count] = test;
        optional[sig.count++] = is_optional;
        if (*at == ',') at++;
    }
}

/* ---- Reflection data -------------------------------------------------------------------------------------------------------------------------- */

static RtField *make_fields(Live *live, LiveClass *cls, Arena *arena) {
    RtField *fields = NEW_ARRAY(arena, RtField, cls->fields.count + 1);
    for (u32 i = 0; i < cls->fields.count; i++) {
        LiveField *field = &cls->fields.at[i];
        fields[i] = (RtField){
            .name = intern(live, field->name),
            .rep = field->rep,
            .is_late = field->late,
            .is_hidden = field->removed || field->name->text[0] == '`',
            .place = field->place,
            .test = field->rep == REP_REF ? live_test(live, field->test) : NULL,
        };
    }
    return fields;
}

/* Printing asks for toString:Void->String alone; a class that has none of its own uses its superclass's. */
static void find_to_string(Live *live, LiveClass *cls) {
    RtTypeInfo *info = cls->abi->info;
    info->to_string = cls->super ? cls->super->abi->info->to_string : NULL;
    for (u32 i = 0; cls->kind == DECL_CLASS && i < cls->mir->method_count; i++) {
        const MirMethodInfo *method = &cls->mir->methods[i];
        if (!method->sig || !name_is(method->name, "toString") || strncmp(method->sig->text, "()", 2) != 0) continue;
        info->to_string = NEW(cls->described, RtMethod);
        *info->to_string = (RtMethod){.name = intern(live, method->name), .slot = live_slot(live, method->function),
                                      .sig = sig_of_text(live, method->sig)};
    }
    for (u32 i = 0; i < cls->children.count; i++)
        if (cls->children.at[i]->described) find_to_string(live, cls->children.at[i]);
}

/* Parameters in the order of the declaration; of a constructor that is gone, those it had last. */
static void fill_parameters(Live *live, LiveClass *cls, LiveClass *ctor, const MirCtorInfo *declared, u32 index) {
    RtTypeInfo *info = ctor->abi->info;
    info->name = intern(live, ctor->ctor_name);
    info->enum_class = cls->abi;
    info->index = index;
    info->fields = NEW_ARRAY(cls->described, RtField, ctor->fields.count + 1);
    info->field_count = 0;
    for (u32 i = 0; i < (declared ? declared->count : ctor->fields.count); i++) {
        const LiveField *field = declared ? class_field(ctor, declared->params[i].name) : &ctor->fields.at[i];
        if (field->removed) continue;
        info->fields[info->field_count++] = (RtField){.name = intern(live, field->name), .rep = field->rep, .is_late = field->late, .place = field->place,
                                                      .test = field->rep == REP_REF ? live_test(live, field->test) : NULL};
    }
}

static void fill_constructors(Live *live, LiveClass *cls) {
    RtTypeInfo *info = cls->abi->info;
    info->ctors = NEW_ARRAY(cls->described, AbiClass *, cls->ctors.count + 1);
    info->ctor_count = 0;
    for (u32 i = 0; i < cls->mir->ctor_count; i++) {
        LiveClass *ctor = class_ctor(cls, cls->mir->ctors[i].name);
        fill_parameters(live, cls, ctor, &cls->mir->ctors[i], i);
        info->ctors[info->ctor_count++] = ctor->abi;
    }
    /* Indices of removed ones lie behind the others, so that they meet none. */
    for (u32 i = 0, next = info->ctor_count; i < cls->ctors.count; i++)
        if (cls->ctors.at[i]->gone) fill_parameters(live, cls, cls->ctors.at[i], NULL, next++);
}

void class_fill_info(Live *live, LiveClass *cls) {
    RtTypeInfo *info = cls->abi->info;
    info->super = cls->super ? cls->super->abi : NULL;
    info->field_count = cls->fields.count;
    info->fields = make_fields(live, cls, cls->described);
    info->interfaces = NEW_ARRAY(cls->described, AbiClass *, cls->interfaces.count + 1);
    info->interface_count = 0;
    for (u32 i = 0; i < cls->interfaces.count; i++) {
        LiveClass *interface = class_of(live, cls->interfaces.at[i]);
        if (interface) info->interfaces[info->interface_count++] = interface->abi;
    }
    if (cls->kind == DECL_ENUM) fill_constructors(live, cls);
    find_to_string(live, cls);
}

/* ---- Members, when they are asked for ------------------------------------------------------------------------------------------------------- */

static RtMethod *make_methods(Live *live, Arena *arena, const MirMemberInfo *infos, u32 count) {
    RtMethod *methods = NEW_ARRAY(arena, RtMethod, count + 1);
    for (u32 i = 0; i < count; i++) {
        methods[i].name = intern(live, infos[i].name);
        methods[i].sig = sig_of_text(live, infos[i].sig);
        methods[i].bound = live_slot(live, infos[i].bound);
        if (infos[i].function) methods[i].slot = live_slot(live, infos[i].function);
    }
    return methods;
}

static void make_statics(Live *live, Arena *arena, const MirMembers *members, RtTypeInfo *info) {
    info->statics = NEW_ARRAY(arena, RtStatic, members->statics.count + 1);
    info->static_count = 0;
    for (u32 i = 0; i < members->statics.count; i++) {
        LiveStatic *variable = static_of(live, members->statics.at[i].owner, members->statics.at[i].name);
        if (!variable) continue;
        info->statics[info->static_count++] = (RtStatic){.name = intern(live, variable->name), .rep = variable->rep, .address = variable->address,
                                                         .test = variable->rep == REP_REF ? live_test(live, variable->test) : NULL};
    }
}

void live_complete_class(Live *live, AbiClass *abi) {
    RtTypeInfo *info = abi->info;
    if (info->is_complete) return;
    if (!info->name) return; /* a structure's */
    Text path = {0};
    rt_string_utf8(info->name, &path);
    Name name = name_of(live->program->names, path.at ? path.at : "", path.count);
    text_free(&path);
    LiveClass *cls = class_of(live, name);
    TypeDecl *decl = map_get_name(&live->program->types, name);
    if (cls && cls->abi == abi && decl && decl->module) {
        Arena *arena = cls->members = arena_new("members");
        const MirMembers *members = lower_members(live->lowering, decl, arena);
        info->methods = make_methods(live, arena, members->methods.at, members->methods.count);
        info->method_count = members->methods.count;
        info->static_methods = make_methods(live, arena, members->static_methods.at, members->static_methods.count);
        info->static_method_count = members->static_methods.count;
        make_statics(live, arena, members, info);
        Text metadata = {0};
        decl_metadata(live->program, decl, &metadata);
        if (metadata.count) info->metadata = rt_intern(live->vm, metadata.at, metadata.count);
        text_free(&metadata);
        if (members->constructor) {
            info->constructor_sig = sig_of_text(live, members->constructor_sig);
            info->constructor = live_slot(live, members->constructor);
        }
        vec_push(NULL, &live->complete, cls);
    }
    __atomic_store_n(&info->is_complete, true, __ATOMIC_RELEASE);
}

void info_forget_members(Live *live) {
    for (u32 i = 0; i < live->complete.count; i++) {
        LiveClass *cls = live->complete.at[i];
        RtTypeInfo *info = cls->abi->info;
        info->is_complete = false;
        info->method_count = info->static_method_count = info->static_count = 0;
        info->constructor = NULL;
        info->metadata = NULL;
        arena_free(cls->members);
        cls->members = NULL;
    }
    live->complete.count = 0;
}

AbiClass *live_find_class(Live *live, const char *path) {
    Name name = name_lit(live->program->names, path);
    TypeDecl *decl = map_get_name(&live->program->types, name);
    if (!decl || !decl->module || (decl->kind != DECL_CLASS && decl->kind != DECL_INTERFACE && decl->kind != DECL_ENUM)) return NULL;
    LiveClass *cls = class_of(live, name);
    return cls ? cls->abi : NULL;
}
