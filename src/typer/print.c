/* print.c: types in messages, as the official compiler writes them: `Map<String, Int>`, `(x : Int, ?y : Null<String>) -> Void`,
 * `{ ?b : Null<String>, a : Int }` (structures list their fields backwards), `Unknown<0>` numbered within one message.
 */
#include "internal.h"

static void print_list(PrintContext *context, u32 count, Type *const *types)
{
    if (!count) return;
    text_char(context->out, '<');
    for (u32 i = 0; i < count; i++) {
        if (i) text_str(context->out, ", ");
        write_type(context, types[i]);
    }
    text_char(context->out, '>');
}

/* A function type as an argument or result stands in parentheses. */
static void print_part(PrintContext *context, Type *type)
{
    bool is_fun = type_shallow(type)->kind == TYPE_FUN;
    if (is_fun) text_char(context->out, '(');
    write_type(context, type);
    if (is_fun) text_char(context->out, ')');
}

static void print_fun(PrintContext *context, Type *type)
{
    Text *out = context->out;
    u32 count = type->fun.count;
    if (count == 1 && !type->fun.args[0].name && !type->fun.args[0].rest) {
        if (type->fun.args[0].optional) text_char(out, '?');
        print_part(context, type->fun.args[0].type);
    } else {
        text_char(out, '(');
        for (u32 i = 0; i < count; i++) {
            const FunArg *arg = &type->fun.args[i];
            if (is_made_param_name(arg->name)) continue;
            if (i) text_str(out, ", ");
            if (arg->optional) text_char(out, '?');
            if (arg->name) text_printf(out, "%s : ", arg->name->text);
            print_part(context, arg->type);
        }
        text_char(out, ')');
    }
    text_str(out, " -> ");
    print_part(context, type->fun.ret);
}

static void print_anon(PrintContext *context, Type *type)
{
    Text *out = context->out;
    text_char(out, '{');
    const AnonType *anon = type->anon;
    AnonField sorted[anon->count + 1];
    for (u32 i = 0; i < anon->count; i++) { /* an open structure is in order of use */
        u32 at = i;
        for (; at && strcmp(sorted[at - 1].name->text, anon->fields[i].name->text) < 0; at--) sorted[at] = sorted[at - 1];
        sorted[at] = anon->fields[i];
    }
    for (u32 i = 0; i < anon->count; i++) {
        text_printf(out, "%s %s%s : ", i ? "," : "", sorted[i].optional ? "?" : "", sorted[i].name->text);
        write_type(context, sorted[i].type);
    }
    text_str(out, " }");
}

static void print_mono(PrintContext *context, Type *mono)
{
    Text *out = context->out;
    for (u32 i = 0; i < context->mono_count; i++)
        if (context->monos[i] == mono) {
            text_printf(out, "Unknown<%u>", i);
            return;
        }
    for (u32 i = 0; i < mono->mono.constraints.count; i++)
        if (mono->mono.constraints.at[i]->kind == TYPE_ANON && mono->mono.constraints.at[i]->anon->is_open) {
            print_anon(context, mono->mono.constraints.at[i]);
            return;
        }
    if (context->mono_count < LEN(context->monos)) context->monos[context->mono_count++] = mono;
    text_printf(out, "Unknown<%u>", context->mono_count - 1);
    const char *between = " : ";
    for (u32 i = 0; i < mono->mono.constraints.count; i++) {
        if (mono->mono.constraints.at[i]->kind == TYPE_ANON) continue;
        text_str(out, between);
        write_type(context, mono->mono.constraints.at[i]);
        between = " & ";
    }
}

static void print_param(Text *out, const TypeParam *param)
{
    if (param->owner && param->owner->kind == ENTITY_TYPE) text_printf(out, "%s.", ((TypeDecl *)param->owner)->path->text);
    if (param->owner && param->owner->kind == ENTITY_FIELD) text_printf(out, "%s.", (param->function ? param->function : ((Field *)param->owner)->name)->text);
    text_str(out, param->name->text);
}

void write_type(PrintContext *context, Type *type)
{
    Text *out = context->out;
    type = type_shallow(type);
    switch (type->kind) {
    case TYPE_MONO:
        print_mono(context, type);
        return;
    case TYPE_DECL:
        text_str(out, type->decl.decl->path->text);
        print_list(context, type->decl.count, type->decl.args);
        return;
    case TYPE_FUN:
        print_fun(context, type);
        return;
    case TYPE_ANON:
        print_anon(context, type);
        return;
    case TYPE_DYNAMIC:
        text_str(out, "Dynamic");
        if (type->dynamic) print_list(context, 1, &type->dynamic);
        return;
    case TYPE_PARAM:
        print_param(out, type->param);
        return;
    case TYPE_ERROR:
        text_str(out, "Dynamic");
        return;
    }
}

void write_type_head(PrintContext *context, Type *type)
{
    Text *out = context->out;
    type = type_shallow(type);
    if (type->kind == TYPE_FUN) {
        if (type->fun.count == 0) text_str(out, "() -> ...");
        else if (type->fun.count == 1 && !type->fun.args[0].name) text_str(out, "... -> ...");
        else {
            text_char(out, '(');
            for (u32 i = 0; i < type->fun.count; i++) {
                if (i) text_str(out, ", ");
                text_printf(out, "%s...", type->fun.args[i].optional ? "?" : "");
            }
            text_str(out, ") -> ...");
        }
    } else if (type->kind == TYPE_ANON) {
        text_char(out, '{');
        for (u32 i = type->anon->count; i-- > 0;) {
            const AnonField *field = &type->anon->fields[i];
            text_printf(out, "%s%s%s", field->optional ? " ?" : " ", field->name->text, i ? "," : "");
        }
        text_str(out, " }");
    } else {
        write_type(context, type);
    }
}

void type_print(Text *out, Type *type)
{
    PrintContext context = {.out = out};
    write_type(&context, type);
}

const char *type_text(Arena *arena, Type *type)
{
    Text text = {0};
    type_print(&text, type);
    char *copy = arena_strdup(arena, text.at ? text.at : "");
    text_free(&text);
    return copy;
}

const char *text_of(Program *program, Type *type)
{
    return type_text(program->state->scratch, type);
}
