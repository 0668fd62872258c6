/* Shows what the parser makes of one file: the form that the tests of the family `syntax` compare.
 *
 *   syntax_show [-D name[=value]]… print|dump|tokens|hashes|errors FILE
 *
 * `hashes` lists declarations, fields and local functions with their hashes, which a person only compares for being equal; `errors` are
 * the diagnostics, one a line, as the official compiler prints them.
 */
#include "syntax_common.h"

static void show_functions(const AstFunctionList *list, int depth)
{
    for (u32 i = 0; i < list->count; i++) {
        const AstFunction *function = list->at[i];
        printf("%*s%s", depth * 2, "", function->name.name ? function->name.name->text : "");
        if (function->ordinal) printf("/%u", function->ordinal);
        printf(" sig %016llx body %016llx own %016llx tokens %u-%u\n", (unsigned long long)function->hash.sig,
               (unsigned long long)function->hash.body, (unsigned long long)function->hash.own, function->tokens.first,
               function->tokens.end);
        show_functions(&function->locals, depth + 1);
    }
}

static void show_field(const AstField *field, int depth)
{
    printf("%*s%s sig %016llx body %016llx own %016llx tokens %u-%u\n", depth * 2, "", field->name.name ? field->name.name->text : "?",
           (unsigned long long)field->hash.sig, (unsigned long long)field->hash.body, (unsigned long long)field->hash.own,
           field->tokens.first, field->tokens.end);
    show_functions(&field->locals, depth + 1);
}

static void show_hashes(const AstFile *ast)
{
    printf("file %016llx head %016llx\n", (unsigned long long)ast->hash, (unsigned long long)ast->head_hash);
    for (u32 i = 0; i < ast->decls.count; i++) {
        const AstDecl *decl = ast->decls.at[i];
        printf("%s %s header %016llx all %016llx tokens %u-%u\n", decl_kind_name(decl->kind),
               decl->name.name ? decl->name.name->text : "", (unsigned long long)decl->header_hash, (unsigned long long)decl->hash,
               decl->tokens.first, decl->tokens.end);
        if (decl->kind == AST_DECL_FIELD) show_field(decl->field, 1);
        const AstFieldList *fields = decl->kind == AST_DECL_CLASS      ? &decl->class_.fields
                                  : decl->kind == AST_DECL_ABSTRACT ? &decl->abstract.fields
                                                                : NULL;
        for (u32 k = 0; fields && k < fields->count; k++) show_field(fields->at[k], 1);
        for (u32 k = 0; decl->kind == AST_DECL_ENUM && k < decl->enum_.constructors.count; k++) {
            const AstEnumConstructor *constructor = decl->enum_.constructors.at[k];
            printf("  %s hash %016llx\n", constructor->name.name ? constructor->name.name->text : "?",
                   (unsigned long long)constructor->hash);
        }
    }
}

static void run(Tool *tool)
{
    if (tool->count != 2) {
        fprintf(stderr, "syntax_show [-D name[=value]]… print|dump|tokens|hashes|errors FILE\n");
        tool->status = 2;
        return;
    }
    const char *what = tool->arguments[0];
    SourceFile *file = tool_read(tool, tool->arguments[1]);
    if (!file) return;
    Arena *arena = arena_new("show");
    AstFile *ast = tool_parse(tool, file, arena);
    Text out = {0};
    if (strcmp(what, "print") == 0) syntax_print(ast, &out);
    if (strcmp(what, "dump") == 0) syntax_dump(ast, &out);
    if (strcmp(what, "tokens") == 0) syntax_dump_tokens(ast, file, &out);
    if (strcmp(what, "errors") == 0) source_print_diags(tool->sources, &tool->diags, DIAG_PLAIN, &out);
    if (strcmp(what, "hashes") == 0) show_hashes(ast);
    if (out.count) fwrite(out.at, 1, out.count, stdout);
    text_free(&out);
    arena_free(arena);
}

int main(int count, char **arguments)
{
    return tool_main(count, arguments, run);
}
