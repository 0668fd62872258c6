/* Parses files, prints the trees, parses what was printed and compares; or measures how fast files are parsed.
 *
 *   syntax_roundtrip [-D name[=value]]… FILE…           a line for each file that fails, then `N passed, N failed`
 *   syntax_roundtrip [-D name[=value]]… --bench FILE…   MB/s of lexing, parsing and interning, file reading excluded
 *
 * An #error that a file reaches is no failure: the official library has them where a target is missing.
 */
#include "syntax_common.h"

enum { BENCH_ROUNDS = 9 };

static bool only_user_errors(const Diags *diags)
{
    for (u32 i = 0; i < diags->list.count; i++)
        if (strcmp(diags->list.at[i].code, "syntax.user-error") != 0) return false;
    return true;
}

static void show_diags(Tool *tool)
{
    Text out = {0};
    source_print_diags(tool->sources, &tool->diags, DIAG_PLAIN, &out);
    fputs(out.at ? out.at : "", stdout);
    text_free(&out);
}

static bool round_trip(Tool *tool, const char *path)
{
    SourceFile *file = tool_read(tool, path);
    if (!file) return false;
    Arena *arena = arena_new("round trip");
    Text printed = {0}, again = {0};
    bool good = true;
    diags_clear(&tool->diags);
    AstFile *first = tool_parse(tool, file, arena);
    good = only_user_errors(&tool->diags);
    if (good) {
        syntax_print(first, &printed);
        diags_clear(&tool->diags);
        SourceFile *copy = tool_file(tool, "printed.hx", printed.at ? printed.at : "", printed.count);
        AstFile *second = tool_parse(tool, copy, arena);
        good = tool->diags.errors == 0 && syntax_equal(first, second);
        syntax_print(second, &again);
        bool stable = again.count == printed.count && memcmp(again.at ? again.at : "", printed.at ? printed.at : "", again.count) == 0;
        if (!good || !stable) printf("%s: %s\n", path, good ? "printed differently the second time" : "the printed form parses differently");
        good = good && stable;
    }
    if (!good) show_diags(tool);
    text_free(&printed);
    text_free(&again);
    arena_free(arena);
    return good;
}

/* The best of several rounds, since other programs run too. */
static void bench(Tool *tool)
{
    size_t bytes = 0, tokens = 0, memory = 0;
    u64 best = UINT64_MAX;
    for (int i = 1; i < tool->count; i++) tool_read(tool, tool->arguments[i]);
    for (int round = 0; round < BENCH_ROUNDS; round++) {
        bytes = tokens = memory = 0;
        u64 spent = 0;
        for (int i = 1; i < tool->count; i++) {
            SourceFile *file = source_file(tool->sources, tool->arguments[i]);
            u64 start = clock_ns();
            Arena *arena = arena_new("bench");
            AstFile *ast = tool_parse(tool, file, arena);
            bytes += file->length;
            tokens += ast->token_count;
            memory += arena_bytes(arena);
            arena_free(arena);
            spent += clock_ns() - start;
        }
        best = MIN(best, spent);
    }
    printf("%d files, %.2f MB, %zu tokens, %.1f ms: %.1f MB/s (lexing, parsing, interning; reading of files excluded), trees of %.1f MB\n",
           tool->count - 1, (double)bytes / 1e6, tokens, (double)best / 1e6, (double)bytes * 1e3 / (double)best, (double)memory / 1e6);
}

static void run(Tool *tool)
{
    if (tool->count && strcmp(tool->arguments[0], "--bench") == 0) {
        bench(tool);
        return;
    }
    int passed = 0, failed = 0;
    for (int i = 0; i < tool->count; i++) {
        if (round_trip(tool, tool->arguments[i]))
            passed++;
        else
            failed++;
    }
    printf("%d passed, %d failed\n", passed, failed);
    tool->status = failed != 0;
}

int main(int count, char **arguments)
{
    return tool_main(count, arguments, run);
}
