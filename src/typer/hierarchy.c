/* hierarchy.c: whether a class keeps its promises: overrides, interfaces, abstract methods, accessors, final variables.
 *
 * Called once a declaration whose module is the user's, when types of fields can be had. Reports; changes nothing but what asking for a
 * field's type does.
 */
#include "declare.h"
#include "typing.h"
#include "unify.h"

#define REPORT(...) diag_error(program->diags, __VA_ARGS__)

static Span name_span(const Field *field)
{
    if (field->ast) return module_span(field->module, field->ast->name.start, field->ast->name.end);
    if (field->ast_ctor) return module_span(field->module, field->ast_ctor->name.start, field->ast_ctor->name.end);
    return NO_SPAN;
}

static Span decl_span(const TypeDecl *decl)
{
    return module_span(decl->module, decl->ast->name.start, decl->ast->name.end);
}

/* ---- May one stand for the other? ---------------------------------------------------------------------------------------------------------------- */

static bool fail_text(UnifyReasons *reasons, Program *program, const char *text)
{
    vec_push(program->state->scratch, reasons, (UnifyReason){.kind = REASON_TEXT, .text = text});
    return false;
}

/* Null<…> of what is never null by itself. */
static bool is_made_nullable(Program *program, Type *type)
{
    Type *inner;
    return type_is_nullable_wrapper(program, type, &inner) && !type_may_be_null(program, inner);
}

/* `have` instead of `want`, without a change of representation between nullable and not. */
static bool may_replace(Program *program, Type *have, Type *want, UnifyReasons *reasons)
{
    bool null_differs = is_made_nullable(program, have) != is_made_nullable(program, want);
    bool loses_type = type_is_dynamic(program, have) && !type_is_dynamic(program, want) && !type_is_error(want);
    if (!null_differs && !loses_type) return unify_explain(program, have, want, reasons);
    vec_push(program->state->scratch, reasons, (UnifyReason){.kind = REASON_CANNOT_UNIFY, .from = have, .to = want});
    return false;
}

static bool methods_agree(Program *program, Type *have, Type *want, UnifyReasons *reasons)
{
    Arena *scratch = program->state->scratch;
    if (have->kind != TYPE_FUN || want->kind != TYPE_FUN) return unify_explain(program, have, want, reasons);
    if (have->fun.count != want->fun.count) return fail_text(reasons, program, "Different number of function arguments");
    if (!may_replace(program, have->fun.ret, want->fun.ret, reasons)) {
        vec_push(scratch, reasons, (UnifyReason){.kind = REASON_RETURN});
        vec_push(scratch, reasons, (UnifyReason){.kind = REASON_CANNOT_UNIFY, .from = have, .to = want});
        return false;
    }
    for (u32 i = 0; i < have->fun.count; i++) {
        const FunArg *x = &have->fun.args[i], *y = &want->fun.args[i];
        UnifyReasons inner = {0};
        bool ok = true;
        if (x->optional != y->optional) {
            const char *name = x->name ? x->name->text : "";
            ok = fail_text(reasons, program, arena_printf(scratch, "Optional attribute of parameter %s differs", name));
        } else if (!may_replace(program, y->type, x->type, &inner)) {
            ok = false;
            vec_push(scratch, reasons, (UnifyReason){.kind = REASON_CANNOT_UNIFY, .from = x->type, .to = y->type});
        }
        if (ok) continue;
        vec_push(scratch, reasons, (UnifyReason){.kind = REASON_ARGUMENT, .index = i, .count = have->fun.count});
        vec_push(scratch, reasons, (UnifyReason){.kind = REASON_CANNOT_UNIFY, .from = have, .to = want});
        return false;
    }
    return true;
}

/* Type of `base` in terms of `field`: the class's arguments from `in`, its own parameters replaced by field's. */
static Type *base_type(Program *program, const Field *field, Field *base, Type *in)
{
    Type *type = field_type_in(program, base, in);
    if (!base->params.count || base->params.count != field->params.count) return type;
    Type *args[base->params.count];
    for (u32 i = 0; i < base->params.count; i++) args[i] = field->params.at[i]->type;
    return type_substitute(program, program->state->types, type, &base->params, args);
}

/* Constraints of the same number: each must be the same type. */
static bool constraints_agree(Program *program, const Field *field, const Field *base, UnifyReasons *reasons)
{
    for (u32 i = 0; i < field->params.count; i++)
        for (u32 c = 0; c < field->params.at[i]->constraints.count; c++) {
            Type *have = field->params.at[i]->constraints.at[c], *want = base->params.at[i]->constraints.at[c];
            if (have->has_params || want->has_params || type_unify_equal(program, have, want)) continue;
            vec_push(program->state->scratch, reasons, (UnifyReason){.kind = REASON_CANNOT_UNIFY, .from = have, .to = want});
            return fail_text(reasons, program, "Constraints differ");
        }
    return true;
}

/* field_in: the type that the field was found in; NULL: its own class. */
static bool redefinition_fits(Program *program, Field *field, Type *field_in, Field *base, Type *in, UnifyReasons *reasons)
{
    Type *have = field_in ? field_type_in(program, field, field_in) : field_type(program, field), *want = base_type(program, field, base, in);
    if (type_is_error(have) || type_is_error(want)) return true;
    if (field->params.count == base->params.count)
        for (u32 i = 0; i < field->params.count; i++)
            if (field->params.at[i]->constraints.count != base->params.at[i]->constraints.count)
                return fail_text(reasons, program, "Different number of constraints");
    if (field->params.count == base->params.count && !constraints_agree(program, field, base, reasons)) return false;
    bool methods = field->kind == FIELD_METHOD && base->kind == FIELD_METHOD;
    if (methods && !(field->is_dynamic && base->is_dynamic)) return methods_agree(program, have, want, reasons);
    if (base->kind == FIELD_VAR && (base->write == ACCESS_NULL || base->write == ACCESS_NEVER))
        return may_replace(program, have, want, reasons);
    if (field->kind == FIELD_VAR && (field->read == ACCESS_NULL || field->read == ACCESS_NEVER))
        return may_replace(program, want, have, reasons);
    Unify u = {.program = program, .reasons = reasons};
    return unify_equal(&u, EQUAL_STRICT, have, want);
}

/* ---- Overrides ---------------------------------------------------------------------------------------------------------------------------------------- */

static void check_signature(Program *program, Field *field, Field *base, Type *in)
{
    UnifyReasons reasons = {0};
    if (redefinition_fits(program, field, NULL, base, in, &reasons)) return;
    REPORT(name_span(field), "class.override", "Field %s overrides parent class with different or incomplete type", field->name->text);
    diag_note(program->diags, name_span(base), "class.override", "Base field is defined here");
    unify_report_reasons(program, name_span(field), &reasons, true);
}

static void check_against_super(Program *program, Field *field, Field *base, Type *in)
{
    const char *name = field->name->text;
    Span span = name_span(field);
    if (base->kind == FIELD_VAR && field->kind == FIELD_METHOD && !field->is_override)
        REPORT(span, "class.override", "Field %s should be declared with 'override' since it is inherited from superclass %s", name,
               base->owner->path->text);
    if (field->kind == FIELD_VAR) {
        REPORT(span, "class.override", "Redefinition of variable %s in subclass is not allowed. Previously declared at %s", name,
               base->owner->path->text);
        return;
    }
    if (base->is_abstract && field->is_override)
        REPORT(span, "class.override",
               "Field %s is declared 'override' but parent field %s is 'abstract' and does not provide any implementation to override", name, name);
    else if (base->kind == FIELD_METHOD && !field->is_override && !base->is_abstract)
        REPORT(span, "class.override", "Field %s should be declared with 'override' since it is inherited from superclass %s", name,
               base->owner->path->text);
    else if (base->is_final && base->kind == FIELD_METHOD)
        REPORT(span, "class.override", "Cannot override final method %s", name);
    else if (base->is_inline)
        REPORT(span, "class.override", "Field %s is inlined and cannot be overridden", name);
    else if (base->is_public && !field->is_public)
        REPORT(span, "class.override", "Field %s has less visibility (public/private) than superclass one", name);
    else if (base->kind == FIELD_METHOD && field->is_dynamic != base->is_dynamic && field->is_dynamic)
        REPORT(span, "class.override", "Field %s has different property access than in superclass", name);
    else
        check_signature(program, field, base, in);
}

static void check_overrides(Program *program, TypeDecl *decl)
{
    for (u32 i = 0; i < decl->fields.count; i++) {
        Field *field = decl->fields.at[i];
        if (field->is_macro) continue;
        Type *in = NULL;
        Field *base = decl->super_type ? class_find_field(program, decl->super_type, field->name, &in) : NULL;
        if (base) check_against_super(program, field, base, in);
        else if (!field->is_override) continue;
        else if (!decl->super_type && !decl->ast->class_.extends.count)
            REPORT(field_modifier_span(field, TOKEN_OVERRIDE), "class.override", "Invalid override on field '%s': class has no super class",
                   field->name->text);
        else if (decl->super_type)
            REPORT(name_span(field), "class.override", "Field %s is declared 'override' but doesn't override any field%s", field->name->text,
                   suggest_member(program, decl->super_type, field->name));
    }
    for (u32 i = 0; i < decl->statics.count; i++) {
        Field *field = decl->statics.at[i];
        if (field->is_override)
            REPORT(field_whole_span(field), "class.override", "%s: 'override' is not allowed on 'static' functions", field->name->text);
        else if (decl->super_type && class_find_field(program, decl->super_type, field->name, NULL))
            REPORT(field_whole_span(field), "field.duplicate", "Same field name can't be used for both static and instance : %s",
                   field->name->text);
    }
}

/* ---- Interfaces ---------------------------------------------------------------------------------------------------------------------------------------- */

static const char *access_text(Arena *arena, const Field *field)
{
    static const char *const READ[] = {"default", "null", "get", "never", "inline", "dynamic"};
    static const char *const WRITE[] = {"default", "null", "set", "never", "inline", "dynamic"};
    if (field->kind == FIELD_VAR && field->is_final) return "(default,ctor)";
    if (field->kind == FIELD_METHOD) return field->is_dynamic ? "dynamic method" : "method";
    if (field->read == ACCESS_DEFAULT && field->write == ACCESS_DEFAULT) return "var";
    return arena_printf(arena, "(%s,%s)", READ[field->read], WRITE[field->write]);
}

static bool access_covers(Access have, Access want)
{
    return have == want || want == ACCESS_NEVER || want == ACCESS_NULL || (have == ACCESS_INLINE && want == ACCESS_DEFAULT);
}

static bool kind_covers(const Field *have, const Field *want)
{
    if (have->kind != want->kind) return false;
    if (have->kind == FIELD_METHOD) return have->is_dynamic == want->is_dynamic;
    if (want->is_final) return have->is_final;
    return access_covers(have->read, want->read) && access_covers(have->write, want->write);
}

static void check_implementation(Program *program, TypeDecl *decl, TypeDecl *interface, Field *want, Type *in, Field *have, Type *have_in)
{
    Arena *scratch = program->state->scratch;
    const char *name = want->name->text;
    Span span = have->owner == decl ? name_span(have) : decl_span(decl);
    UnifyReasons reasons = {0};
    if (!have->is_public) {
        REPORT(span, "class.interface", "Field %s should be public as requested by %s", name, interface->path->text);
    } else if (!kind_covers(have, want)) {
        REPORT(span, "class.interface", "Field %s has different property access than in %s (%s should be %s)", name, interface->path->text,
               access_text(scratch, have), access_text(scratch, want));
    } else {
        if (redefinition_fits(program, have, have_in, want, in, &reasons)) return;
        REPORT(span, "class.interface", "Field %s has different type than in %s", name, interface->path->text);
        diag_note(program->diags, field_whole_span(want), "class.interface", "Interface field is defined here");
        unify_report_reasons(program, span, &reasons, true);
    }
}

static int compare_names(const void *a, const void *b)
{
    return strcmp((*(Field *const *)a)->name->text, (*(Field *const *)b)->name->text);
}

/* In the order in which the official compiler misses them. */
static Field **fields_by_name(Program *program, const TypeDecl *decl)
{
    Field **fields = arena_copy(program->state->scratch, decl->fields.at, sizeof *fields * decl->fields.count);
    qsort(fields, decl->fields.count, sizeof *fields, compare_names);
    return fields;
}

/* The accessors of an interface's property belong to the interface, too. */
static void check_interface_accessor(Program *program, TypeDecl *decl, const TypeDecl *interface, Name accessor)
{
    if (!accessor || decl->kind != DECL_CLASS || decl->is_abstract || class_find_field(program, decl->type, accessor, NULL)) return;
    REPORT(decl_span(decl), "class.interface", "Field %s needed by %s is missing", accessor->text, interface->path->text);
}

static void check_interface(Program *program, TypeDecl *decl, Type *type)
{
    TypeDecl *interface = type->decl.decl;
    decl_header(program, interface);
    Field **wanted = fields_by_name(program, interface);
    for (u32 i = 0; i < interface->fields.count; i++) {
        Field *want = wanted[i];
        if (want->is_macro) continue;
        Type *in = NULL;
        Field *have = NULL;
        if (decl->kind == DECL_INTERFACE) have = map_get_name(&decl->by_name, want->name);
        else have = class_find_field(program, decl->type, want->name, &in);
        if (have && (have->owner->kind != DECL_INTERFACE || decl->kind == DECL_INTERFACE))
            check_implementation(program, decl, interface, want, type, have, in);
        else if (decl->kind == DECL_CLASS && !decl->is_abstract)
            REPORT(decl_span(decl), "class.interface", "Field %s needed by %s is missing", want->name->text, interface->path->text);
        if (want->kind != FIELD_VAR) continue;
        check_interface_accessor(program, decl, interface, want->getter);
        check_interface_accessor(program, decl, interface, want->setter);
    }
    for (u32 i = 0; i < interface->interfaces.count; i++) {
        Type *base = interface->interfaces.at[i];
        check_interface(program, decl, type_substitute(program, program->state->types, base, &interface->params, type->decl.args));
    }
}

/* ---- Abstract classes ------------------------------------------------------------------------------------------------------------------------------------ */

static bool is_implemented(TypeDecl *decl, const TypeDecl *until, Name name)
{
    for (; decl && decl != until; decl = decl->super) {
        Field *field = map_get_name(&decl->by_name, name);
        if (field && !field->is_abstract) return true;
    }
    return false;
}

/* Methods of abstract superclasses and their interfaces that nothing implements. */
static void collect_missing(Program *program, TypeDecl *decl, TypeDecl *from, FieldVec *out)
{
    for (u32 i = 0; i < from->fields.count; i++) {
        Field *field = from->fields.at[i];
        if (!field->is_abstract || field->kind != FIELD_METHOD || is_implemented(decl, NULL, field->name)) continue;
        bool known = false;
        for (u32 k = 0; k < out->count; k++) known |= out->at[k]->name == field->name;
        if (!known) vec_push(program->state->scratch, out, field);
    }
    if (from->kind == DECL_INTERFACE || from->is_abstract)
        for (u32 i = 0; i < from->interfaces.count; i++) collect_missing(program, decl, from->interfaces.at[i]->decl.decl, out);
}

static void add_signature(Program *program, Text *out, Field *field)
{
    Type *type = field_type(program, field);
    text_printf(out, "%s(", field->name->text);
    for (u32 i = 0; type->kind == TYPE_FUN && i < type->fun.count; i++) {
        const FunArg *arg = &type->fun.args[i];
        text_printf(out, "%s%s%s:%s", i ? ", " : "", arg->optional ? "?" : "", arg->name ? arg->name->text : "", text_of(program, arg->type));
    }
    text_char(out, ')');
}

static void check_abstract_methods(Program *program, TypeDecl *decl)
{
    if (decl->is_abstract || decl->is_extern) return;
    for (u32 i = 0; i < decl->fields.count && decl->kind == DECL_CLASS; i++) {
        if (!decl->fields.at[i]->is_abstract || decl->fields.at[i]->kind != FIELD_METHOD) continue;
        REPORT(decl_span(decl), "class.abstract", "This class should be declared abstract because it has at least one abstract field");
        diag_continue(program->diags, name_span(decl->fields.at[i]), "class.abstract", "First abstract field was here");
        return;
    }
    if (!decl->super || !decl->super->is_abstract) return;
    FieldVec missing = {0};
    for (TypeDecl *at = decl->super; at && at->is_abstract; at = at->super) collect_missing(program, decl, at, &missing);
    if (!missing.count) return;
    bool one = missing.count == 1;
    REPORT(decl_span(decl), "class.abstract", "This class extends abstract class %s but doesn't implement the following method%s",
           decl->super->path->text, one ? "" : "s");
    diag_continue(program->diags, decl_span(decl), "class.abstract", "Implement %s or make %s abstract as well", one ? "it" : "them", decl->name->text);
    for (u32 i = 0; i < missing.count; i++) {
        Text text = {0};
        add_signature(program, &text, missing.at[i]);
        diag_note(program->diags, name_span(missing.at[i]), "class.abstract", "%s", text.at);
        text_free(&text);
    }
}

/* ---- Properties and final variables ---------------------------------------------------------------------------------------------------------------------- */

static Field *find_accessor(Program *program, TypeDecl *decl, const Field *property, Name name)
{
    if (property->is_static) return decl_find_static(program, decl, name);
    return class_find_field(program, decl->type, name, NULL);
}

static void check_accessor(Program *program, TypeDecl *decl, Field *property, Name name, bool is_getter)
{
    Field *accessor = find_accessor(program, decl, property, name);
    Field *other = accessor ? NULL : map_get_name(property->is_static ? &decl->by_name : &decl->static_by_name, name);
    if (other && other->kind == FIELD_METHOD) {
        REPORT(field_whole_span(other), "field.accessor", "Method %s is no valid accessor for %s because it is %sstatic", name->text,
               property->name->text, property->is_static ? "not " : "");
        return;
    }
    if (!accessor || accessor->kind != FIELD_METHOD) {
        REPORT(field_whole_span(property), "field.accessor", "Method %s required by property %s is missing", name->text, property->name->text);
        return;
    }
    Type *type = field_type(program, property), *have = field_type(program, accessor);
    if (type_is_error(type) || type_is_error(have)) return;
    FunArg args[2];
    u32 count = 0;
    if (accessor->is_impl && have->kind == TYPE_FUN && have->fun.count) args[count++] = have->fun.args[0];
    if (!is_getter) args[count++] = (FunArg){.type = type};
    UnifyReasons reasons = {0};
    if (unify_explain(program, have, type_fun(program, count, args, type), &reasons)) return;
    REPORT(field_whole_span(accessor), "field.accessor", "In method %s required by property %s", name->text, property->name->text);
    unify_report_reasons(program, field_whole_span(accessor), &reasons, true);
}

static void check_properties(Program *program, TypeDecl *decl, Field *const *fields, u32 count)
{
    if (decl->kind == DECL_INTERFACE || decl->is_extern) return;
    for (u32 i = 0; i < count; i++) {
        Field *field = fields[i];
        if (field->is_extern || !field->ast || field->ast->kind != AST_FIELD_PROPERTY) continue;
        Name dynamic = program->state->n.dynamic; /* promises the accessor of a subclass */
        if (field->getter && field->ast->get.name != dynamic) check_accessor(program, decl, field, field->getter, true);
        if (field->setter && field->ast->set.name != dynamic) check_accessor(program, decl, field, field->setter, false);
    }
}

typedef struct FinalSearch {
    const Field *field;
    bool found;
} FinalSearch;

static void find_assignment(void *context, const TExpr *e)
{
    FinalSearch *search = context;
    if (e->kind == TE_ASSIGN && e->assign.target->kind == TE_FIELD && e->assign.target->field.field == search->field) search->found = true;
    if (!search->found) texpr_parts(e, context, find_assignment);
}

static void check_final(Program *program, TypeDecl *decl, Field *field)
{
    if (!decl->constructor) {
        if (meta_has(&decl->ast->meta, name_lit(program->names, ":structInit"))) return; /* its literals set them */
        REPORT(module_span(decl->module, decl->ast->start, decl->ast->end), "class.final",
               "This class has uninitialized final vars, which requires a constructor");
        REPORT(name_span(field), "class.final", "Example of an uninitialized final var");
        return;
    }
    FunctionBody *body = field_body(program, decl->constructor);
    if (!body || body->has_errors || !body->function->body) return;
    FinalSearch search = {field, false};
    find_assignment(&search, body->function->body);
    if (!search.found)
        REPORT(field_whole_span(field), "class.final", "final field %s must be initialized immediately or in the constructor",
               field->name->text);
}

static void check_finals(Program *program, TypeDecl *decl)
{
    if (decl->kind != DECL_CLASS || decl->is_extern) return;
    for (u32 i = 0; i < decl->fields.count; i++) {
        Field *field = decl->fields.at[i];
        bool open = field->kind == FIELD_VAR && field->is_final && field->has_storage && field->ast && !field->ast->value;
        if (!open) continue;
        check_final(program, decl, field);
        if (!decl->constructor) return;
    }
}

/* ---- Abstracts ----------------------------------------------------------------------------------------------------------------------------------------------- */

static void check_enum_value(Program *program, TypeDecl *decl, Field *field)
{
    i32 number;
    Name text;
    if (!field->ast->value && !field->ast->type && !enum_value_implicit(program, field, &number, &text)) {
        REPORT(field_whole_span(field), "abstract.value", "Value required");
        return;
    }
    Type *type = field_type(program, field);
    if (field->ast->type && !type_can_unify(program, type, decl->type)) unify_report(program, field_whole_span(field), type, decl->type);
}

static bool is_the_abstract(Program *program, TypeDecl *decl, Type *type)
{
    type = type_follow_null(program, type);
    return type->kind == TYPE_DECL && type->decl.decl == decl;
}

static void check_operators(Program *program, TypeDecl *decl)
{
    const AbstractInfo *info = abstract_info(program, decl);
    for (u32 i = 0; i < info->ops.count; i++) {
        Field *field = info->ops.at[i].field;
        Type *type = field_type(program, field);
        if (!info->ops.at[i].is_binop || field->is_impl || type->kind != TYPE_FUN || decl->is_core_type) continue;
        if (is_the_abstract(program, decl, type->fun.args[0].type) || is_the_abstract(program, decl, type->fun.args[1].type)) continue;
        REPORT(field_whole_span(field), "abstract.op", "%s: The left or right argument type must be %s", field->name->text,
               text_of(program, decl->type));
    }
    for (u32 i = 0; i < info->from_functions.count; i++) {
        Field *field = info->from_functions.at[i];
        Type *type = field_type(program, field);
        if (type->kind != TYPE_FUN || is_the_abstract(program, decl, type->fun.ret)) continue;
        if (!type_can_unify(program, type->fun.ret, decl->type)) unify_report(program, field_whole_span(field), type->fun.ret, decl->type);
    }
}

static void check_abstract(Program *program, TypeDecl *decl)
{
    check_operators(program, decl);
    for (u32 i = 0; i < decl->fields.count; i++)
        if (decl->fields.at[i]->is_override)
            REPORT(field_modifier_span(decl->fields.at[i], TOKEN_OVERRIDE), "class.override",
                   "Invalid override on field '%s': class has no super class", decl->fields.at[i]->name->text);
    for (u32 i = 0; i < decl->statics.count; i++)
        if (decl->statics.at[i]->is_enum_value) check_enum_value(program, decl, decl->statics.at[i]);
}

void decl_check(Program *program, TypeDecl *decl)
{
    if (!decl->module || !decl->ast || decl->module->ast->has_errors) return;
    ReadSet *reads = program->reads;
    program->reads = decl->reads;
    if (decl->kind == DECL_CLASS || decl->kind == DECL_INTERFACE) {
        if (decl->is_abstract && decl->is_final) REPORT(decl_span(decl), "class.abstract", "An abstract class may not be final");
        if (decl->kind == DECL_CLASS) check_overrides(program, decl);
        for (u32 i = 0; i < decl->interfaces.count; i++) check_interface(program, decl, decl->interfaces.at[i]);
        check_abstract_methods(program, decl);
        check_finals(program, decl);
    }
    if (decl->kind == DECL_ABSTRACT) check_abstract(program, decl);
    if (decl->module->is_user) {
        decl_check_metadata(program, decl);
        decl_check_null_safety(program, decl);
    }
    if (decl->kind != DECL_ENUM && decl->kind != DECL_TYPEDEF) {
        check_properties(program, decl, decl->fields.at, decl->fields.count);
        check_properties(program, decl, decl->statics.at, decl->statics.count);
    }
    program->reads = reads;
}
