/* Parses damaged files: nothing may crash, hang or read outside its memory, whatever the text. Best built with SAN=address.
 *
 *   syntax_fuzz SEED COUNT FILE…    COUNT damaged texts, made from the files by cutting, flipping, doubling and mixing; the final line is
 *                                   `N passed, N failed`
 *
 * Checked of each: the time it takes, tokens in ascending order within the text, a tree that can be printed and dumped, errors for
 * whatever does not round-trip, and positions of nodes within the text.
 */
#include "syntax_common.h"

enum { MOST_MILLISECONDS = 4000 };

static u64 random_state;

static u32 random_below(u32 limit)
{
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return limit ? (u32)(random_state >> 11) % limit : 0;
}

/* Pieces of text that get a parser into trouble. */
static const char *const pieces[] = {
    "'", "\"", "${", "}", "{", "(", ")", "[", "]", "<", ">", "#if", "#end", "#else", "#elseif x", "#if (a", "~/", "/*", "*/", "//",
    "@:a(", "?", ":", ";", ",", "->", "=>", "...", "$", "macro ", "class ", "function ", "case ", "switch ", "untyped ", "cast ",
    "inline ", "in ", "is ", "for (", "if (", "else ", "do ", "try ", "catch (", "new ", "\\", "\\u{", "0x", "1e", "final ", "enum abstract ",
    "extern ", "<a>", "</a>", "\xC3", "\xFF", "_", "static ", "public ", "overload ", "typedef A = ", "import ", "package ", "?.", "??",
};

static void damage(Text *text)
{
    for (u32 times = 1 + random_below(4); times > 0; times--) {
        u32 count = (u32)text->count;
        u32 at = random_below(count + 1), length = random_below(MIN(count - at, 60u) + 1);
        Text result = {0};
        switch (random_below(7)) {
        case 0: /* cut off */
            text_add(&result, text->at, at);
            break;
        case 1: /* leave out */
            text_add(&result, text->at, at);
            text_add(&result, text->at + at + length, count - at - length);
            break;
        case 2: /* double */
            text_add(&result, text->at, at + length);
            text_add(&result, text->at + at, count - at);
            break;
        case 3: /* flip bytes */
            text_add(&result, text->at, count);
            for (u32 i = 0; i < 4 && count; i++) result.at[random_below(count)] = (char)random_below(256);
            break;
        case 4: { /* put something in */
            text_add(&result, text->at, at);
            for (u32 i = 1 + random_below(3); i > 0; i--) text_str(&result, pieces[random_below(LEN(pieces))]);
            text_add(&result, text->at + at, count - at);
            break;
        }
        case 5: { /* many of one piece */
            const char *piece = pieces[random_below(LEN(pieces))];
            text_add(&result, text->at, at);
            for (u32 i = random_below(3000); i > 0; i--) text_str(&result, piece);
            text_add(&result, text->at + at, count - at);
            break;
        }
        default: { /* move */
            text_add(&result, text->at + at, count - at);
            text_add(&result, text->at, at);
            break;
        }
        }
        text_char(&result, '\0');
        result.count--;
        text_free(text);
        *text = result;
    }
}

static const char *check_tokens(const AstFile *ast, const SourceFile *file)
{
    u32 end = 0;
    for (u32 i = 0; i < ast->token_count; i++) {
        if (ast->tokens[i].start < end) return "tokens overlap";
        end = ast->tokens[i].start + ast->tokens[i].length;
        if (end > file->length) return "a token ends behind the text";
    }
    if (!ast->token_count || ast->tokens[ast->token_count - 1].kind != TOKEN_END) return "no end token";
    for (u32 i = 0; i < ast->decls.count; i++) {
        const AstDecl *decl = ast->decls.at[i];
        if (decl->start > decl->end || decl->end > file->length) return "a declaration's position lies outside the text";
        if (decl->tokens.first > decl->tokens.end || decl->tokens.end >= ast->token_count) return "a declaration's tokens do not exist";
    }
    return NULL;
}

static const char *check(Tool *tool, const Text *text)
{
    Arena *arena = arena_new("fuzz");
    diags_clear(&tool->diags);
    SourceFile *file = tool_file(tool, "fuzz.hx", text->at, text->count);
    u64 start = clock_ns();
    AstFile *ast = tool_parse(tool, file, arena);
    u64 spent = clock_ns() - start;
    const char *problem = check_tokens(ast, file);
    if (spent / 1000000 > MOST_MILLISECONDS) problem = "it takes too long";
    if (ast->has_errors != (tool->diags.errors > 0)) problem = "has_errors and the diagnostics disagree";
    for (u32 i = 0; i < tool->diags.list.count; i++) {
        Span span = tool->diags.list.at[i].span;
        if (span.start > span.end || span.end > file->length) problem = "a diagnostic's position lies outside the text";
    }
    Text printed = {0}, dumped = {0};
    syntax_print(ast, &printed);
    syntax_dump(ast, &dumped);
    syntax_dump_tokens(ast, file, &dumped);
    if (!ast->has_errors && !problem) {
        AstFile *again = tool_parse(tool, tool_file(tool, "printed.hx", printed.at ? printed.at : "", printed.count), arena);
        if (tool->diags.errors || !syntax_equal(ast, again)) problem = "it does not round-trip";
    }
    text_free(&printed);
    text_free(&dumped);
    arena_free(arena);
    return problem;
}

static void run(Tool *tool)
{
    if (tool->count < 3) {
        fprintf(stderr, "syntax_fuzz SEED COUNT FILE…\n");
        tool->status = 2;
        return;
    }
    u64 seed = strtoull(tool->arguments[0], NULL, 10);
    u32 count = (u32)strtoul(tool->arguments[1], NULL, 10), passed = 0, failed = 0;
    for (u32 i = 0; i < count; i++) {
        random_state = (seed * 1000003 + i) * 0x9E3779B97F4A7C15u | 1;
        for (int k = 0; k < 8; k++) random_below(1);
        SourceFile *file = tool_read(tool, tool->arguments[2 + random_below((u32)tool->count - 2)]);
        if (!file) return;
        Text text = {0};
        text_add(&text, file->text, file->length);
        damage(&text);
        const char *problem = check(tool, &text);
        if (problem) {
            char name[64];
            snprintf(name, sizeof name, "/tmp/syntax_fuzz_%llu_%u.hx", (unsigned long long)seed, i);
            FILE *out = fopen(name, "w");
            if (out) fwrite(text.at, 1, text.count, out);
            if (out) fclose(out);
            printf("%s: %s; the text is in %s\n", file->path->text, problem, name);
            failed++;
        } else {
            passed++;
        }
        text_free(&text);
    }
    printf("%u passed, %u failed\n", passed, failed);
    tool->status = failed != 0;
}

int main(int count, char **arguments)
{
    return tool_main(count, arguments, run);
}
