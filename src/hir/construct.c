/* construct: new, constructors and what they initialise, literals of objects, arrays, maps.
 *
 * `new C(args)` is an empty object and a call of C.new. A constructor first runs the initialisers of its class's own fields, then its
 * body, which calls the superclass's: so what a superclass's constructor calls sees them initialised. A class that has initialisers
 * but no constructor gets one made, which hands its arguments on.
 */
#include "build.h"

/* ---- Which constructor --------------------------------------------------------------------------------------------------------------- */

static bool has_initialiser(const Field *field) {
    if (lower_is_dynamic(field)) return true;
    return field->kind == FIELD_VAR && field->has_storage && field->ast && field->ast->value;
}

bool lower_has_initialisers(Lowering *lowering, TypeDecl *decl, ReadSet *reads) {
    (void)lowering;
    reads_add(reads, &decl->entity, FACET_MEMBERS);
    bool any = false;
    for (u32 i = 0; i < decl->fields.count; i++) {
        Field *field = decl->fields.at[i];
        if (field->kind == FIELD_VAR) reads_add(reads, &field->entity, FACET_BODY);
        if (has_initialiser(field)) any = true;
    }
    return any;
}

Constructor lower_constructor(Lowering *lowering, TypeDecl *decl) {
    if (!decl || decl->kind != DECL_CLASS) return (Constructor){0};
    reads_add(lowering->reads, &decl->entity, FACET_SIGNATURE);
    reads_add(lowering->reads, &decl->entity, FACET_MEMBERS);
    if (decl->constructor) return (Constructor){.owner = decl, .field = decl->constructor};
    Constructor inherited = lower_constructor(lowering, decl->super);
    if (!lower_has_initialisers(lowering, decl, lowering->reads)) return inherited;
    return (Constructor){.owner = decl, .field = inherited.field, .made = true};
}

Name lower_constructor_name(Lowering *lowering, const Constructor *constructor) {
    if (!constructor->made) return constructor->field->path;
    return name_printf(lowering->names, "%s.new", constructor->owner->path->text);
}

/* ---- Initialisers ----------------------------------------------------------------------------------------------------------------------- */

static bool is_default(const Hir *h) {
    if (h->kind != HIR_CONST) return false;
    if (h->constant.kind == HIR_CONST_NULL) return true;
    if (h->constant.kind == HIR_CONST_INT) return h->constant.int_value == 0;
    u64 bits;
    memcpy(&bits, &h->constant.float_value, 8);
    return h->constant.kind == HIR_CONST_FLOAT && bits == 0;
}

/* A dynamic method is a field that holds the method's own code, unless a subclass put its own there before. */
static Hir *dynamic_initialiser(Frame *f, Field *field) {
    HirMaker *m = &f->m;
    Name name = name_printf(f->b->names, "%s`dynamic", field->path->text);
    Field *root = lower_topmost(f->b->lowering, field);
    Hir *receiver = build_this_of(f);
    Hir *closure = hir_symbol(hir_op1(m, PRIM_MAKE_CLOSURE, REP_VOID, receiver), name, NULL);
    Hir *store = hir_symbol(hir_op2(m, PRIM_STORE_FIELD, REP_VOID, build_this_of(f), closure), root->owner->path, field->name);
    Hir *load = hir_symbol(hir_op1(m, PRIM_LOAD_FIELD, REP_REF, build_this_of(f)), root->owner->path, field->name);
    return hir_if(m, REP_VOID, build_is_null(f, load), store, NULL);
}

static Hir *initialiser(Frame *f, Field *field) {
    Build *b = f->b;
    if (lower_is_dynamic(field)) return dynamic_initialiser(f, field);
    FunctionBody *body = field_body(b->program, field);
    if (!body || !body->function || body->has_errors) return NULL;
    const TExpr *e = body->function->body;
    if (e->kind == TE_RETURN) e = e->value;
    while (e->kind == TE_CAST && e->cast.kind == CAST_IMPLICIT) e = e->cast.operand;
    Type *type = field_type(b->program, field);
    if (e->kind == TE_INT || e->kind == TE_FLOAT || e->kind == TE_STRING || e->kind == TE_BOOL || e->kind == TE_NULL) {
        Hir *constant = build_value_as(f, e, type);
        if (is_default(constant)) return NULL;
        return hir_symbol(hir_op2(&f->m, PRIM_STORE_FIELD, REP_VOID, build_this_of(f), constant), field->owner->path, field->name);
    }
    Hir *self = build_this_of(f);
    return hir_symbol(hir_op1(&f->m, PRIM_CALL, REP_VOID, self), name_printf(b->names, "%s`init", field->path->text), NULL);
}

Hir *build_field_initialisers(Frame *f, TypeDecl *decl) {
    HirVec items = {0};
    lower_has_initialisers(f->b->lowering, decl, &f->b->unit->reads);
    /* The last one first, as the official compiler does. */
    for (u32 i = decl->fields.count; i-- > 0;) {
        if (!has_initialiser(decl->fields.at[i])) continue;
        Hir *h = initialiser(f, decl->fields.at[i]);
        if (h) vec_push(f->b->arena, &items, h);
    }
    return hir_block(&f->m, items.count, items.at);
}

void build_constructor(Build *b, TypeDecl *decl) {
    Constructor constructor = lower_constructor(b->lowering, decl);
    ASSERT(constructor.made && constructor.owner == decl);
    Span span = NO_SPAN;
    if (decl->module && decl->module->ast && decl->ast) span = (Span){decl->module->ast->file, decl->ast->start, decl->ast->end};
    HirFunc *func = build_func_new(b, lower_constructor_name(b->lowering, &constructor), span);
    build_func_add(b, func);
    Frame f = {.b = b, .m = {.arena = b->arena, .func = func}, .inlined_at = UINT32_MAX};
    build_at(&f, span);
    Abi abi = {0};
    if (constructor.field) abi = lower_abi(b->lowering, b->arena, constructor.field);
    Hir **values = NEW_ARRAY(b->arena, Hir *, abi.count + 1);
    HirVar *self = hir_var(&f.m, b->n->this_, lower_type_name(b->lowering, decl->type), REP_REF, LOCAL_ARG);
    self->is_nonnull = true;
    vec_push(b->arena, &func->args, self);
    f.this_.var = self;
    for (u32 i = 0; i < abi.count; i++) {
        HirVar *arg = hir_var(&f.m, name_printf(b->names, "`%u", i), lower_type_name(b->lowering, abi.types[i]), abi.args[i], LOCAL_ARG);
        vec_push(b->arena, &func->args, arg);
        values[i] = hir_local(&f.m, arg);
    }
    HirVec items = {0};
    vec_push(b->arena, &items, build_field_initialisers(&f, decl));
    Args args = {.count = abi.count, .values = values, .types = abi.types};
    Hir *super = decl->super ? build_call_constructor(&f, decl->super, build_this_of(&f), &args) : NULL;
    func->body = super ? build_finish_items(&f, &items, super) : build_finish_items(&f, &items, NULL);
    reads_add(&b->unit->reads, &decl->entity, FACET_SIGNATURE);
}

/* ---- new ------------------------------------------------------------------------------------------------------------------------------------ */

Hir *build_construct(Frame *f, TypeDecl *decl, const Args *args) {
    HirMaker *m = &f->m;
    u32 pos = m->pos;
    Constructor constructor = lower_constructor(f->b->lowering, decl);
    if (constructor.owner == decl && constructor.field && constructor.field->native && !constructor.made)
        return build_call_field(f, constructor.field, NULL, NULL, false, args, NULL, decl->type);
    if (decl->is_extern) {
        CodePos place = m->func->positions.at[pos];
        return build_unsupported(f, place.span, arena_printf(f->b->arena, "new of the extern class %s", decl->path->text));
    }
    HirVec items = {0};
    Hir *object = build_once(f, hir_symbol(hir_op(m, PRIM_NEW_OBJECT, REP_VOID, 0, NULL), decl->path, NULL), &items);
    Hir *call = build_call_constructor(f, decl, hir_again(m, object), args);
    if (call) vec_push(f->b->arena, &items, call);
    m->pos = pos;
    return build_finish_items(f, &items, object);
}

static Hir *new_array(Frame *f, Type *type, u32 reserve) {
    Type *element = lower_array_element(f->b->lowering, f->b->arena, frame_type(f, type));
    Rep rep = element ? lower_shape(f->b->lowering, element).rep : REP_WORD;
    return hir_op1(&f->m, PRIM_ARRAY_NEW, rep == REP_VOID ? REP_WORD : rep, hir_int(&f->m, (i32)reserve));
}

Hir *build_new_object(Frame *f, const TExpr *e) {
    Args args = {.count = e->make.count, .exprs = e->make.args};
    TypeDecl *decl = e->make.decl;
    if (decl == f->b->program->core.array) return new_array(f, e->type, 0);
    if (decl->kind == DECL_ABSTRACT) {
        if (!decl->constructor) return build_unsupported(f, e->span, "new of an abstract without a constructor");
        return build_call_field(f, decl->constructor, NULL, NULL, false, &args, NULL, e->type);
    }
    return build_construct(f, decl, &args);
}

Hir *build_regexp(Frame *f, const TExpr *e) {
    Build *b = f->b;
    Hir *values[2] = {hir_string(&f->m, name_of(b->names, e->regexp.bytes, e->regexp.length)),
                      hir_string(&f->m, name_lit(b->names, e->regexp.options))};
    Type *types[2] = {b->program->core.t_string, b->program->core.t_string};
    Args args = {.count = 2, .values = values, .types = types};
    if (!b->program->core.ereg) return build_unsupported(f, e->span, "regular expressions");
    return build_construct(f, b->program->core.ereg, &args);
}

/* ---- Literals --------------------------------------------------------------------------------------------------------------------------------- */

typedef struct Member {
    Name name;
    Hir *value;
} Member;

static Hir *structure(Frame *f, u32 count, const Member *members) {
    HirMaker *m = &f->m;
    HirVec items = {0};
    Hir *size = hir_int(m, (i32)count);
    Hir *object = build_once(f, hir_rt(m, f->b->n->anon_new, REP_REF, 1, &size), &items);
    for (u32 i = 0; i < count; i++) {
        Hir *args[3] = {hir_again(m, object), hir_const(m, hir_const_named(HIR_CONST_NAME, members[i].name)), build_to_word(f, members[i].value)};
        vec_push(f->b->arena, &items, hir_rt(m, f->b->n->anon_add, REP_VOID, 3, args));
    }
    return build_finish_items(f, &items, object);
}

/* The values first, in the order of the text, then the object: a value may throw or look at what is being made. */
Hir *build_object_literal(Frame *f, const TExpr *e) {
    u32 count = e->object.count;
    Member *members = NEW_ARRAY(f->b->arena, Member, count + 1);
    HirVec items = {0};
    for (u32 i = 0; i < count; i++) {
        Hir *h = build_value(f, e->object.values[i]);
        build_at(f, e->span);
        members[i] = (Member){e->object.names[i], count == 1 ? h : build_once(f, build_to_word(f, h), &items)};
    }
    build_at(f, e->span);
    Shape want = frame_shape(f, e->type);
    return build_finish_items(f, &items, build_coerce_rep(f, structure(f, count, members), want.rep, want.test));
}

Hir *build_pos_infos(Frame *f, const TExpr *e) {
    HirMaker *m = &f->m;
    const LowerNames *n = f->b->n;
    HirVec items = {0};
    u32 count = 0;
    Member members[5];
    members[count++] = (Member){n->file_name, hir_string(m, e->pos_infos.file_name)};
    members[count++] = (Member){n->line_number, hir_op(m, PRIM_LINE, REP_VOID, 0, NULL)};
    members[count++] = (Member){n->class_name, e->pos_infos.class_name ? hir_string(m, e->pos_infos.class_name) : hir_null(m, REP_REF)};
    members[count++] = (Member){n->method_name, e->pos_infos.method_name ? hir_string(m, e->pos_infos.method_name) : hir_null(m, REP_REF)};
    if (e->pos_infos.custom_params) {
        Hir *params = build_once(f, build_value(f, e->pos_infos.custom_params), &items);
        build_at(f, e->span);
        members[count++] = (Member){n->custom_params, params};
    }
    return build_finish_items(f, &items, structure(f, count, members));
}

/* The constant that an element is, boxed or not; NULL: it is none. */
static Hir *constant_element(Hir *item) {
    if (item->kind == HIR_OP && (item->op == PRIM_BOX_I || item->op == PRIM_BOX_F || item->op == PRIM_BOX_B || item->op == PRIM_BOX_R))
        item = item->o.args[0];
    return item->kind == HIR_CONST ? item : NULL;
}

/* Constants stand in the code's data and are copied. Others are stored some at a time, so that few wait for their turn. */
Hir *build_array_literal(Frame *f, const TExpr *e) {
    enum { AT_A_TIME = 16 };
    Build *b = f->b;
    HirMaker *m = &f->m;
    Type *element = lower_array_element(b->lowering, b->arena, frame_type(f, e->type));
    Shape shape = element ? lower_shape(b->lowering, element) : lower_shape(b->lowering, b->program->core.t_dynamic);
    Rep rep = shape.rep == REP_VOID ? REP_WORD : shape.rep;
    u32 count = e->list.count;
    Hir **values = NEW_ARRAY(b->arena, Hir *, count + 1), **fixed = NEW_ARRAY(b->arena, Hir *, count + 1);
    Args args = {.count = count, .exprs = e->list.items};
    bool constant = count > 0 && rep != REP_I64;
    for (u32 i = 0; i < count; i++) {
        values[i] = build_arg(f, &args, i, element ? element : b->program->core.t_dynamic, rep);
        fixed[i] = constant ? constant_element(values[i]) : NULL;
        constant = fixed[i] != NULL;
    }
    build_at(f, e->span);
    Shape want = frame_shape(f, e->type);
    HirVec items = {0};
    if (constant) return build_coerce_rep(f, hir_op(m, PRIM_ARRAY_CONST, rep, count, fixed), want.rep, want.test);
    Hir *array = build_once(f, new_array(f, e->type, count), &items);
    for (u32 i = 0; i < count; i += AT_A_TIME) {
        u32 some = MIN(AT_A_TIME, count - i);
        Hir **operands = NEW_ARRAY(b->arena, Hir *, some + 1);
        operands[0] = hir_again(m, array);
        memcpy(operands + 1, values + i, some * sizeof *operands);
        build_at(f, e->list.items[i]->span);
        vec_push(b->arena, &items, hir_op(m, PRIM_ARRAY_APPEND, rep, some + 1, operands));
    }
    build_at(f, e->span);
    return build_finish_items(f, &items, build_coerce_rep(f, array, want.rep, want.test));
}

/* The map that the key's type asks for, as Map's @:multiType does. */
static TypeDecl *map_class(Frame *f, Type *key) {
    Program *program = f->b->program;
    Shape shape = frame_shape(f, key);
    const char *name = "haxe.ds.ObjectMap";
    if (shape.test == f->b->n->string) name = "haxe.ds.StringMap";
    else if (shape.rep == REP_I32) name = "haxe.ds.IntMap";
    else if (shape.decl && shape.decl->kind == DECL_ENUM) name = "haxe.ds.EnumValueMap";
    return program_find_type(program, name);
}

Hir *build_map_literal(Frame *f, const TExpr *e) {
    Build *b = f->b;
    Type *dynamic = b->program->core.t_dynamic;
    TypeDecl *decl = e->map.count ? map_class(f, e->map.keys[0]->type) : NULL;
    if (!decl) return build_unsupported(f, e->span, "this map literal");
    HirVec items = {0};
    Args none = NO_ARGS;
    Hir *map = build_once(f, build_construct(f, decl, &none), &items);
    for (u32 i = 0; i < e->map.count; i++) {
        TExpr *pair[2] = {e->map.keys[i], e->map.values[i]};
        Args args = {.count = 2, .exprs = arena_copy(b->arena, pair, sizeof pair)};
        build_at(f, pair[0]->span);
        Hir *call = build_call_member(f, hir_again(&f->m, map), decl->type, b->n->set, &args, dynamic);
        vec_push(b->arena, &items, build_coerce_rep(f, call, REP_VOID, NULL));
    }
    build_at(f, e->span);
    return build_finish_items(f, &items, map);
}
