/* print_decl: types, fields, declarations and files as source. */
#include "printer.h"

/* ---- Types ------------------------------------------------------------------------------------------------------------------- */

void print_type_path(Printer *printer, const AstTypePath *path)
{
    for (u32 i = 0; i < path->package.count; i++) {
        print_name(printer, path->package.at[i].name);
        text_char(printer->out, '.');
    }
    print_name(printer, path->name.name);
    if (path->sub.name) {
        text_char(printer->out, '.');
        print_name(printer, path->sub.name);
    }
    for (u32 i = 0; i < path->args.count; i++) {
        text_str(printer->out, i ? ", " : "<");
        if (path->args.at[i].type)
            print_type(printer, path->args.at[i].type);
        else
            print_expr(printer, path->args.at[i].expr);
    }
    if (path->args.count) text_char(printer->out, '>');
}

static void function_arg(Printer *printer, const AstFunctionTypeArg *arg)
{
    if (arg->optional) text_char(printer->out, '?');
    if (arg->rest) text_str(printer->out, "...");
    print_name(printer, arg->name.name);
    if (arg->name.name) text_char(printer->out, ':');
    print_type(printer, arg->type);
}

/* The older notation where the newer one would say something else: for one unnamed argument, and before a result with `&`. */
static void function_type(Printer *printer, const AstType *type)
{
    u32 count = type->function.args.count;
    bool single = count == 1 && !type->function.args.at[0].name.name;
    if (single || type->function.result->kind == AST_TYPE_INTERSECTION) {
        for (u32 i = 0; i < count; i++) {
            const AstFunctionTypeArg *arg = &type->function.args.at[i];
            if (arg->name.name) text_char(printer->out, '(');
            function_arg(printer, arg);
            text_str(printer->out, arg->name.name ? ") -> " : " -> ");
        }
    } else {
        text_char(printer->out, '(');
        for (u32 i = 0; i < count; i++) {
            if (i) text_str(printer->out, ", ");
            function_arg(printer, &type->function.args.at[i]);
        }
        text_str(printer->out, ") -> ");
    }
    print_type(printer, type->function.result);
}

static void anonymous_type(Printer *printer, const AstType *type)
{
    const AstFieldList *fields = &type->anonymous.fields;
    text_char(printer->out, '{');
    for (u32 i = 0; i < type->anonymous.bases.count; i++) {
        text_str(printer->out, "> ");
        print_type_path(printer, &type->anonymous.bases.at[i]);
        text_str(printer->out, ", ");
    }
    bool brief = true;
    for (u32 i = 0; i < fields->count; i++) {
        const AstField *field = fields->at[i];
        if (field->kind != AST_FIELD_VAR || field->modifiers || field->meta.count || field->value || !field->type) brief = false;
    }
    printer->indent++;
    for (u32 i = 0; i < fields->count; i++) {
        const AstField *field = fields->at[i];
        if (brief) {
            if (i) text_str(printer->out, ", ");
            if (field->optional) text_char(printer->out, '?');
            print_name(printer, field->name.name);
            print_type_hint(printer, field->type);
        } else {
            print_line(printer);
            print_field(printer, field);
        }
    }
    printer->indent--;
    if (!brief) print_line(printer);
    text_char(printer->out, '}');
}

void print_type(Printer *printer, const AstType *type)
{
    switch (type->kind) {
    case AST_TYPE_ERROR: text_str(printer->out, "<error>"); break;
    case AST_TYPE_PATH: print_type_path(printer, &type->path); break;
    case AST_TYPE_FUNCTION: function_type(printer, type); break;
    case AST_TYPE_ANONYMOUS: anonymous_type(printer, type); break;
    case AST_TYPE_PAREN:
        text_char(printer->out, '(');
        print_type(printer, type->inner);
        text_char(printer->out, ')');
        break;
    case AST_TYPE_OPTIONAL:
        text_char(printer->out, '?');
        print_type(printer, type->inner);
        break;
    case AST_TYPE_REST:
        text_str(printer->out, "...");
        print_type(printer, type->inner);
        break;
    case AST_TYPE_INTERSECTION:
        for (u32 i = 0; i < type->parts.count; i++) {
            if (i) text_str(printer->out, " & ");
            print_type(printer, type->parts.at[i]);
        }
        break;
    }
}

void print_type_hint(Printer *printer, const AstType *type)
{
    if (!type) return;
    text_char(printer->out, ':');
    print_type(printer, type);
}

void print_type_params(Printer *printer, const AstTypeParamList *params)
{
    for (u32 i = 0; i < params->count; i++) {
        const AstTypeParam *param = &params->at[i];
        text_str(printer->out, i ? ", " : "<");
        print_metas(printer, &param->meta);
        print_name(printer, param->name.name);
        print_type_hint(printer, param->constraint);
        if (!param->default_type) continue;
        text_str(printer->out, " = ");
        print_type(printer, param->default_type);
    }
    if (params->count) text_char(printer->out, '>');
}

/* ---- Fields ------------------------------------------------------------------------------------------------------------------ */

void print_metas(Printer *printer, const AstMetaList *metas)
{
    for (u32 i = 0; i < metas->count; i++) {
        text_char(printer->out, '@');
        print_name(printer, metas->at[i].name.name);
        if (metas->at[i].args.count) {
            text_char(printer->out, '(');
            print_exprs(printer, &metas->at[i].args);
            text_char(printer->out, ')');
        }
        text_char(printer->out, ' ');
    }
}

static void modifiers(Printer *printer, u32 bits)
{
    static const struct {
        u32 bit;
        const char *text;
    } words[] = {
        {MOD_PUBLIC, "public "},   {MOD_PRIVATE, "private "},   {MOD_EXTERN, "extern "},     {MOD_OVERLOAD, "overload "},
        {MOD_STATIC, "static "},   {MOD_OVERRIDE, "override "}, {MOD_DYNAMIC, "dynamic "},   {MOD_ABSTRACT, "abstract "},
        {MOD_INLINE, "inline "},   {MOD_MACRO, "macro "},
    };
    for (u32 i = 0; i < LEN(words); i++)
        if (bits & words[i].bit) text_str(printer->out, words[i].text);
}

void print_function(Printer *printer, const AstFunction *function)
{
    print_type_params(printer, &function->params);
    text_char(printer->out, '(');
    for (u32 i = 0; i < function->args.count; i++) {
        const AstArgument *arg = &function->args.at[i];
        if (i) text_str(printer->out, ", ");
        print_metas(printer, &arg->meta);
        if (arg->optional) text_char(printer->out, '?');
        if (arg->rest) text_str(printer->out, "...");
        print_name(printer, arg->name.name);
        print_type_hint(printer, arg->type);
        if (!arg->value) continue;
        text_str(printer->out, " = ");
        print_expr(printer, arg->value);
    }
    text_char(printer->out, ')');
    print_type_hint(printer, function->result);
}

void print_field(Printer *printer, const AstField *field)
{
    Text *out = printer->out;
    print_metas(printer, &field->meta);
    modifiers(printer, field->modifiers);
    bool is_final = field->modifiers & MOD_FINAL;
    if (field->kind == AST_FIELD_FUNCTION) {
        const AstExpr *body = field->function->body;
        text_str(out, is_final ? "final function " : "function ");
        print_name(printer, field->name.name);
        print_function(printer, field->function);
        if (body) text_char(out, ' ');
        if (body) print_expr(printer, body);
        if (!body || !ends_in_block(body)) text_char(out, ';');
        return;
    }
    text_str(out, is_final ? "final " : "var ");
    if (field->optional) text_char(out, '?');
    print_name(printer, field->name.name);
    if (field->kind == AST_FIELD_PROPERTY) {
        text_char(out, '(');
        print_name(printer, field->get.name);
        text_str(out, ", ");
        print_name(printer, field->set.name);
        text_char(out, ')');
    }
    print_type_hint(printer, field->type);
    if (field->value) {
        text_str(out, " = ");
        print_expr(printer, field->value);
    }
    text_char(out, ';');
}

static void fields(Printer *printer, const AstFieldList *list)
{
    text_str(printer->out, " {");
    printer->indent++;
    for (u32 i = 0; i < list->count; i++) {
        print_line(printer);
        print_field(printer, list->at[i]);
    }
    printer->indent--;
    print_line(printer);
    text_char(printer->out, '}');
}

/* ---- Declarations -------------------------------------------------------------------------------------------------------------- */

static void path(Printer *printer, const IdentList *list)
{
    for (u32 i = 0; i < list->count; i++) {
        if (i) text_char(printer->out, '.');
        print_name(printer, list->at[i].name);
    }
}

static void constructor(Printer *printer, const AstEnumConstructor *item)
{
    print_line(printer);
    print_metas(printer, &item->meta);
    print_name(printer, item->name.name);
    print_type_params(printer, &item->params);
    for (u32 i = 0; i < item->args.count; i++) {
        text_str(printer->out, i ? ", " : "(");
        if (item->args.at[i].optional) text_char(printer->out, '?');
        print_name(printer, item->args.at[i].name.name);
        print_type_hint(printer, item->args.at[i].type);
    }
    if (item->args.count) text_char(printer->out, ')');
    print_type_hint(printer, item->result);
    text_char(printer->out, ';');
}

static void name_and_params(Printer *printer, const AstDecl *decl, const char *word)
{
    text_str(printer->out, word);
    if (decl->name.name) text_char(printer->out, ' ');
    print_name(printer, decl->name.name);
    print_type_params(printer, &decl->params);
}

static void relations(Printer *printer, const char *word, const AstTypePathList *list)
{
    for (u32 i = 0; i < list->count; i++) {
        text_printf(printer->out, " %s ", word);
        print_type_path(printer, &list->at[i]);
    }
}

static void conversions(Printer *printer, const char *word, const AstTypeList *list)
{
    for (u32 i = 0; i < list->count; i++) {
        text_printf(printer->out, " %s ", word);
        print_type(printer, list->at[i]);
    }
}

void print_decl(Printer *printer, const AstDecl *decl)
{
    Text *out = printer->out;
    if (decl->kind == AST_DECL_FIELD) {
        print_field(printer, decl->field);
        return;
    }
    print_metas(printer, &decl->meta);
    if (decl->modifiers & MOD_FINAL) text_str(out, "final ");
    modifiers(printer, decl->modifiers);
    switch (decl->kind) {
    case AST_DECL_IMPORT:
        text_str(out, "import ");
        path(printer, &decl->import.path);
        if (decl->import.mode == IMPORT_ALL) text_str(out, ".*");
        if (decl->import.mode == IMPORT_ALIAS) text_str(out, " as ");
        print_name(printer, decl->import.alias.name);
        text_char(out, ';');
        break;
    case AST_DECL_USING:
        text_str(out, "using ");
        path(printer, &decl->using);
        text_char(out, ';');
        break;
    case AST_DECL_CLASS:
        name_and_params(printer, decl, decl->modifiers & AST_DECL_INTERFACE ? "interface" : "class");
        relations(printer, "extends", &decl->class_.extends);
        relations(printer, "implements", &decl->class_.implements);
        fields(printer, &decl->class_.fields);
        break;
    case AST_DECL_ENUM:
        name_and_params(printer, decl, "enum");
        text_str(out, " {");
        printer->indent++;
        for (u32 i = 0; i < decl->enum_.constructors.count; i++) constructor(printer, decl->enum_.constructors.at[i]);
        printer->indent--;
        print_line(printer);
        text_char(out, '}');
        break;
    case AST_DECL_TYPEDEF:
        name_and_params(printer, decl, "typedef");
        text_str(out, " = ");
        print_type(printer, decl->typedef_);
        text_char(out, ';');
        break;
    case AST_DECL_ABSTRACT:
        name_and_params(printer, decl, decl->modifiers & AST_DECL_ENUM_ABSTRACT ? "enum abstract" : "abstract");
        if (decl->abstract.underlying) {
            text_char(out, '(');
            print_type(printer, decl->abstract.underlying);
            text_char(out, ')');
        }
        conversions(printer, "from", &decl->abstract.from);
        conversions(printer, "to", &decl->abstract.to);
        fields(printer, &decl->abstract.fields);
        break;
    case AST_DECL_FIELD: break;
    }
}

void syntax_print(const AstFile *ast, Text *out)
{
    Printer printer = {.out = out};
    if (ast->has_package) {
        text_str(out, ast->package.count ? "package " : "package");
        path(&printer, &ast->package);
        text_str(out, ";\n");
    }
    for (u32 i = 0; i < ast->decls.count; i++) {
        bool same = i && ast->decls.at[i]->kind <= AST_DECL_USING && ast->decls.at[i - 1]->kind <= AST_DECL_USING;
        if (!same && (i || ast->has_package)) text_char(out, '\n');
        print_decl(&printer, ast->decls.at[i]);
        text_char(out, '\n');
    }
}

void syntax_print_decl(const AstDecl *decl, Text *out)
{
    print_decl(&(Printer){.out = out}, decl);
}

void syntax_print_field(const AstField *field, Text *out)
{
    print_field(&(Printer){.out = out}, field);
}

void syntax_print_type(const AstType *type, Text *out)
{
    print_type(&(Printer){.out = out}, type);
}
