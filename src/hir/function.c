/* function: functions, their arguments, captures and variables.
 *
 * An argument arrives in the representation of the calling convention (abi_of, or the closure's signature) and becomes a variable of
 * its own when that differs from its type's, when it has a default value, or when it lives in a cell:
 *
 *     f(x:Int = 1)      arg `x: word      declare x = if (`x == null) 1 else unbox(`x)
 *
 * A captured variable is read from the closure at the function's entry, into a local of the same name: the value if it never changes
 * after its declaration, else its cell.
 */
#include "build.h"

/* ---- Frames -------------------------------------------------------------------------------------------------------------------------- */

Type *frame_type(Frame *f, Type *type) {
    if (!f->params.count || !type->has_params) return type;
    return type_substitute(f->b->program, f->b->arena, type, &f->params, f->args.at);
}
Shape frame_shape(Frame *f, Type *type) { return lower_shape(f->b->lowering, frame_type(f, type)); }
Rep frame_rep(Frame *f, Type *type) { return frame_shape(f, type).rep; }

void build_at(Frame *f, Span span) {
    HirFunc *func = f->m.func;
    if (func->positions.count) {
        const CodePos *last = &vec_last(&func->positions);
        bool same = last->field == f->field && last->inlined_at == f->inlined_at && last->span.start == span.start &&
                    last->span.end == span.end && last->span.file == span.file;
        if (same) {
            f->m.pos = func->positions.count - 1;
            return;
        }
    }
    CodePos pos = {.field = f->field, .span = span, .token = code_pos_token(f->field, span.start), .inlined_at = f->inlined_at};
    vec_push(f->b->arena, &func->positions, pos);
    f->m.pos = func->positions.count - 1;
}

Hir *build_unsupported(Frame *f, Span span, const char *feature) {
    diag_error(f->b->program->diags, span, "lower.unsupported", "Not supported yet by molt: %s", feature);
    f->b->failed = true;
    return hir_throw(&f->m, hir_null(&f->m, REP_WORD));
}

/* ---- Variables -------------------------------------------------------------------------------------------------------------------------- */

Binding *build_binding_of(Frame *f, const TVar *var) { return map_get(&f->bindings, (u64)(uintptr_t)var); }

static void bind(Frame *f, const TVar *var, Binding binding) {
    Binding *stored = NEW(f->b->arena, Binding);
    *stored = binding;
    map_set(&f->bindings, (u64)(uintptr_t)var, stored);
}
void build_bind_var(Frame *f, const TVar *var, HirVar *hir) { bind(f, var, (Binding){.var = hir}); }
void build_bind_stable(Frame *f, const TVar *var, Hir *value) { bind(f, var, (Binding){.stable = value}); }

/* A variable of an inlined function is told from those of the function around it by a suffix. */
static Name local_name(Frame *f, const TVar *var) {
    if (!var->name) return name_lit(f->b->names, "`temporary");
    if (!f->inlined) return var->name;
    return name_printf(f->b->names, "%s`%s", var->name->text, f->field->name->text);
}

static HirVar *source_var(Frame *f, const TVar *var, Name name, Rep rep, LocalKind kind) {
    HirVar *hir = hir_var(&f->m, name, lower_type_name(f->b->lowering, frame_type(f, var->type)), rep, kind);
    hir->is_written = var->written;
    return hir;
}

HirVar *build_var_of(Frame *f, const TVar *var) {
    Rep rep = frame_rep(f, var->type);
    HirVar *hir = source_var(f, var, local_name(f, var), rep == REP_VOID ? REP_WORD : rep, LOCAL_VAR);
    hir->is_cell = var->captured && var->written;
    build_bind_var(f, var, hir);
    return hir;
}

static Hir *read_binding(Frame *f, const Binding *binding) {
    return binding->var ? hir_local(&f->m, binding->var) : hir_again(&f->m, binding->stable);
}

Hir *build_this_of(Frame *f) {
    ASSERT(f->this_.var || f->this_.stable);
    return read_binding(f, &f->this_);
}

Hir *build_read_var(Frame *f, const TVar *var) {
    Binding *binding = build_binding_of(f, var);
    if (binding) return read_binding(f, binding);
    if (var->is_this) return build_this_of(f);
    FATAL("lowering %s: variable %s is read before it is declared", f->m.func->name->text, var->name ? var->name->text : "?");
}

/* ---- Functions and their arguments -------------------------------------------------------------------------------------------------------- */

HirFunc *build_func_new(Build *b, Name name, Span span) {
    HirFunc *func = NEW(b->arena, HirFunc);
    for (u32 again = 2; map_get_name(&b->taken, name); again++) name = name_printf(b->names, "%s`%u", name->text, again);
    map_set_name(&b->taken, name, func);
    func->name = name;
    func->span = span;
    func->pending_name = b->n->pending;
    return func;
}

void build_func_add(Build *b, HirFunc *func) { vec_push(b->arena, &b->unit->funcs, func); }

static HirVar *add_arg(Frame *f, Name name, Name type, Rep rep) {
    HirVar *var = hir_var(&f->m, name, type, rep, LOCAL_ARG);
    vec_push(f->b->arena, &f->m.func->args, var);
    return var;
}

static HirVar *add_this(Frame *f, TypeDecl *owner) {
    HirVar *var = add_arg(f, f->b->n->this_, lower_type_name(f->b->lowering, owner->type), REP_REF);
    var->is_nonnull = true;
    f->this_ = (Binding){.var = var};
    return var;
}

static bool is_null_constant(const TExpr *e) {
    while (e && e->kind == TE_CAST) e = e->cast.operand;
    return !e || e->kind == TE_NULL;
}

/* One argument of the source that arrives as `rep`; `items` gets what must be done at the entry. */
static void bind_arg(Frame *f, TVar *var, const TExpr *standard, Rep rep, HirVec *items) {
    Shape own = frame_shape(f, var->type);
    if (own.rep == REP_VOID) own.rep = REP_WORD;
    bool is_cell = var->captured && var->written;
    bool has_default = !is_null_constant(standard) && (rep == REP_WORD || rep == REP_REF);
    Name name = local_name(f, var);
    Name type = lower_type_name(f->b->lowering, frame_type(f, var->type));
    if (!is_cell && !has_default && rep == own.rep) {
        HirVar *hir = add_arg(f, name, type, rep);
        hir->is_written = var->written;
        build_bind_var(f, var, hir);
        return;
    }
    HirVar *arg = add_arg(f, name_printf(f->b->names, "`%s", name->text), type, rep);
    Hir *given = build_coerce_rep(f, hir_local(&f->m, arg), own.rep, own.test);
    if (has_default) {
        Hir *missing = build_is_null(f, hir_local(&f->m, arg));
        given = hir_if(&f->m, own.rep, missing, build_value_as(f, standard, var->type), given);
    }
    vec_push(f->b->arena, items, hir_declare(&f->m, build_var_of(f, var), given));
}

/* The body behind what the entry does. */
static void set_body(Frame *f, HirVec *items, Hir *body) {
    vec_push(f->b->arena, items, body);
    f->m.func->body = hir_block(&f->m, items->count, items->at);
}

static void frame_begin(Frame *f, Build *b, HirFunc *func, Field *field, TFunction *function) {
    *f = (Frame){.b = b, .m = {.arena = b->arena, .func = func}, .field = field, .function = function, .inlined_at = UINT32_MAX};
    build_at(f, func->span);
}

static void frame_end(Frame *f) { map_free(&f->bindings); }

static bool takes_this(const Field *field) {
    return !field->is_static && !field->is_impl && field->owner && field->owner->kind != DECL_ABSTRACT;
}

/* A dynamic method is kept in a field (a static variable), which a constructor fills with the method's own code. */
void build_method(Build *b, Field *field, TFunction *function, Name name, Type *element) {
    HirFunc *func = build_func_new(b, name, function->span);
    func->own_tokens = function->own_tokens;
    build_func_add(b, func);
    Frame f;
    frame_begin(&f, b, func, field, function);
    if (element) {
        f.foreign = true;
        vec_push(b->arena, &f.params, field->owner->params.at[0]);
        vec_push(b->arena, &f.args, element);
    }
    Abi abi = lower_abi(b->lowering, b->arena, field);
    HirVec items = {0};
    if (takes_this(field)) add_this(&f, field->owner);
    for (u32 i = 0; i < function->count; i++)
        bind_arg(&f, function->args[i], function->defaults ? function->defaults[i] : NULL, abi.args[i], &items);
    f.ret_type = function->type->fun.ret;
    f.ret_rep = abi.ret;
    func->ret_rep = (u8)abi.ret;
    if (field->kind == FIELD_CONSTRUCTOR && field->owner->kind == DECL_CLASS) {
        f.ret_type = b->program->core.t_void;
        f.ret_rep = REP_VOID;
        func->ret_rep = REP_VOID;
        vec_push(b->arena, &items, build_field_initialisers(&f, field->owner));
    }
    set_body(&f, &items, function->body ? build_effect(&f, function->body) : hir_block(&f.m, 0, NULL));
    frame_end(&f);
}

static void build_initialiser(Build *b, Field *field, TFunction *function) {
    HirFunc *func = build_func_new(b, name_printf(b->names, "%s`init", field->path->text), function->span);
    func->own_tokens = function->own_tokens;
    build_func_add(b, func);
    Frame f;
    frame_begin(&f, b, func, field, function);
    Shape shape = lower_shape(b->lowering, field_type(b->program, field));
    HirVec items = {0};
    if (!field->is_static) add_this(&f, field->owner);
    /* The body is a single return; what it returns is stored. */
    f.ret_type = field_type(b->program, field);
    f.ret_rep = shape.rep;
    f.ret = hir_label_new(&f.m, shape.rep);
    Hir *body = hir_label(&f.m, f.ret, build_effect(&f, function->body));
    if (shape.rep != REP_VOID && !hir_diverges(body)) {
        Hir *store = field->is_static ? hir_op1(&f.m, PRIM_STORE_STATIC, REP_VOID, body)
                                      : hir_op2(&f.m, PRIM_STORE_FIELD, REP_VOID, build_this_of(&f), body);
        body = hir_symbol(store, field->is_static ? lower_static_owner(b->lowering, field) : field->owner->path, field->name);
    }
    set_body(&f, &items, body);
    frame_end(&f);
}

void build_read_body(Build *b, const FunctionBody *body) {
    for (u32 i = 0; i < body->reads.list.count; i++)
        reads_add(&b->unit->reads, body->reads.list.at[i].entity, body->reads.list.at[i].facet);
}

void build_field(Build *b, Field *field) {
    FunctionBody *body = field_body(b->program, field);
    if (!body || !body->function) return;
    if (body->has_errors) {
        b->failed = true;
        return;
    }
    build_read_body(b, body);
    if (field->kind == FIELD_VAR) build_initialiser(b, field, body->function);
    else build_method(b, field, body->function, field->path, NULL);
}

/* ---- Local functions --------------------------------------------------------------------------------------------------------------------------- */

static Name local_function_name(Frame *f, const TFunction *function) {
    Name name = function_event_name(f->b->program, f->field, function);
    if (!f->foreign) return name;
    return name_printf(f->b->names, "%s`%s", f->m.func->name->text, name->text);
}

/* Binds what stands for the variable in the enclosing frame, as a capture of the inner one. Gives what is to be captured; NULL: nothing,
 * it is a constant. */
static Hir *capture(Frame *outer, Frame *inner, const TVar *var, HirVec *items) {
    Binding *binding = build_binding_of(outer, var);
    if (!binding && var->is_this) binding = &outer->this_;
    HirVar *shared = NULL;
    if (binding && binding->var) shared = binding->var;
    else if (binding && binding->stable->kind == HIR_LOCAL) shared = binding->stable->var.var;
    if (binding && !shared) {
        build_bind_stable(inner, var, binding->stable);
        return NULL;
    }
    if (!shared)
        FATAL("lowering %s: variable %s is captured before it is declared", outer->m.func->name->text, var->name ? var->name->text : "?");
    Capture capture = {.type = shared->type, .is_cell = shared->is_cell};
    capture.name = var->is_this ? outer->b->n->this_ : local_name(outer, var);
    capture.rep = shared->is_cell ? REP_REF : shared->rep;
    HirFunc *func = inner->m.func;
    vec_push(inner->b->arena, &func->captures, capture);
    HirVar *copy = hir_var(&inner->m, capture.name, shared->type, (Rep)shared->rep, LOCAL_VAR);
    copy->is_cell = shared->is_cell;
    copy->is_written = shared->is_cell;
    copy->is_nonnull = shared->is_nonnull;
    build_bind_var(inner, var, copy);
    if (var->is_this) inner->this_ = (Binding){.var = copy};
    Hir *load = hir_op1(&inner->m, PRIM_LOAD_CAPTURE, (Rep)capture.rep, hir_local(&inner->m, inner->self));
    load->o.number = func->captures.count - 1;
    vec_push(inner->b->arena, items, hir_declare(&inner->m, copy, load));
    return shared->is_cell ? hir_cell(&outer->m, shared) : hir_local(&outer->m, shared);
}

Hir *build_make_closure(Frame *f, const TExpr *e) {
    Build *b = f->b;
    TFunction *function = e->function;
    HirFunc *func = build_func_new(b, local_function_name(f, function), function->span);
    func->is_closure = true;
    func->own_tokens = function->own_tokens;
    build_func_add(b, func);
    Frame inner;
    frame_begin(&inner, b, func, f->field, function);
    inner.outer = f;
    inner.depth = f->depth;
    inner.foreign = f->foreign;
    inner.params = f->params;
    inner.args = f->args;
    Type *type = frame_type(f, function->type);
    func->sig = lower_sig(b->lowering, b->unit->kept, type);
    inner.self = add_arg(&inner, b->n->closure, NULL, REP_REF);
    inner.self->is_nonnull = true;
    HirVec items = {0}, captured = {0};
    for (u32 i = 0; i < function->captures.count; i++) {
        const TVar *var = function->captures.at[i];
        if (var == function->self_var && !var->written) {
            build_bind_var(&inner, var, inner.self);
            continue;
        }
        Hir *value = capture(f, &inner, var, &items);
        if (value) vec_push(b->arena, &captured, value);
    }
    if (function->self_var && !build_binding_of(&inner, function->self_var)) build_bind_var(&inner, function->self_var, inner.self);
    for (u32 i = 0; i < function->count; i++)
        bind_arg(&inner, function->args[i], function->defaults ? function->defaults[i] : NULL, (Rep)func->sig->arg_reps[i], &items);
    inner.ret_type = function->type->fun.ret;
    inner.ret_rep = (Rep)func->sig->ret_rep;
    func->ret_rep = func->sig->ret_rep;
    set_body(&inner, &items, function->body ? build_effect(&inner, function->body) : hir_block(&inner.m, 0, NULL));
    frame_end(&inner);
    build_at(f, e->span);
    Hir *closure = hir_op(&f->m, PRIM_MAKE_CLOSURE, REP_VOID, captured.count, captured.at);
    return hir_symbol(closure, func->name, NULL);
}
