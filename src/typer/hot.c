/* hot: what the metadata @:hot.… asks of the fields that carry it (contract: docs/LIVE.md). The live engine calls these functions by
 * convention, so a signature that it could not call is an error at the declaration.
 */
#include "internal.h"

static Span hot_span(const Field *field)
{
    return module_span(field->module, field->ast->name.start, field->ast->name.end);
}

static bool is_function(const Field *field)
{
    return field->kind == FIELD_METHOD && field->type && field->type->kind == TYPE_FUN;
}

static void check_static(Program *program, const Field *field, const char *meta, bool may_be_bool)
{
    Type *type = field->type;
    bool fits = field->is_static && !field->is_impl && is_function(field) && type->fun.count == 0 && !field->params.count;
    if (fits) {
        Type *ret = type_follow(program, type->fun.ret);
        fits = ret == program->core.t_void || (may_be_bool && type_equal(program, ret, program->core.t_bool)) || ret->kind == TYPE_ERROR;
    }
    if (!fits)
        diag_error(program->diags, hot_span(field), "hot.signature", "@%s is for static functions of type Void -> Void%s", meta,
                   may_be_bool ? " or Void -> Bool" : "");
}

static bool is_dynamic_access(Program *program, Type *type)
{
    type = type_shallow(type);
    if (type->kind == TYPE_DYNAMIC || type->kind == TYPE_ERROR) return true;
    if (type->kind != TYPE_DECL || strcmp(type->decl.decl->path->text, "haxe.DynamicAccess") != 0) return false;
    return type_follow(program, type->decl.args[0])->kind == TYPE_DYNAMIC;
}

static void check_migrate(Program *program, const Field *field)
{
    Type *type = field->type;
    bool fits = !field->is_static && !field->is_impl && is_function(field) && type->fun.count == 2 && !field->params.count &&
                field->owner->kind == DECL_CLASS;
    fits = fits && is_dynamic_access(program, type->fun.args[0].type) && type_equal(program, type->fun.args[1].type, program->core.t_int);
    fits = fits && type_follow(program, type->fun.ret) == program->core.t_void;
    if (!fits)
        diag_error(program->diags, hot_span(field), "hot.signature",
                   "@:hot.migrate is for methods of type (dropped:haxe.DynamicAccess<Dynamic>, from:Int) -> Void");
}

static void check_variable(Program *program, const Field *field, const char *meta)
{
    if (field->kind != FIELD_VAR || !field->is_static)
        diag_error(program->diags, hot_span(field), "hot.signature", "@%s is for static variables", meta);
}

void hot_check_field(Program *program, const Field *field)
{
    if (!field->ast || !field->type || field->type->kind == TYPE_ERROR) return;
    if (field->hot_before) check_static(program, field, ":hot.before", false);
    if (field->hot_after) check_static(program, field, ":hot.after", false);
    if (field->hot_test) check_static(program, field, ":hot.test", true);
    if (field->hot_migrate) check_migrate(program, field);
    if (field->hot_keep) check_variable(program, field, ":hot.keep");
    if (field->hot_reset) check_variable(program, field, ":hot.reset");
}

void hot_warn_unknown(Program *program, const Module *module, const AstMeta *meta)
{
    if (module->is_user && strncmp(meta->name.name->text, ":hot.", 5) == 0)
        diag_warning(program->diags, module_span(module, meta->start, meta->end), "hot.unknown", "Unknown metadata @%s",
                     meta->name.name->text);
}
