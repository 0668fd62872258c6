/* typer_bench [--rounds N] MODULE…: reads, parses and types the modules and all that they load, N times (5) in one process, each time from
 * nothing; prints the best round: lines, milliseconds of processor time (other load would disturb the clock), lines a second. Errors in
 * them do not matter. */
#include "../../src/typer/typer.h"

#include <stdlib.h>
#include <time.h>

typedef struct Round {
    u64 lines, modules, load_ns, type_ns;
} Round;

static u64 processor_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (u64)now.tv_sec * 1000000000u + (u64)now.tv_nsec;
}

static Round run(int count, char **modules)
{
    Names *names = names_new();
    Sources *sources = sources_new(names);
    Project *project = project_new(names);
    Diags diags;
    diags_init(&diags);
    for (int i = 0; i < count; i++) project_add_module(project, &diags, modules[i]);
    project_find_std(project, &diags);
    u64 start = processor_ns();
    Program *program = program_new(names, sources, project, &diags, (DebugFlags){0});
    program_load(program);
    u64 loaded = processor_ns();
    for (u32 i = 0; i < program->module_list.count; i++) program_check_module(program, program->module_list.at[i]);
    Round round = {.modules = program->module_list.count, .load_ns = loaded - start, .type_ns = processor_ns() - loaded};
    for (u32 i = 0; i < program->module_list.count; i++) round.lines += program->module_list.at[i]->file->line_count;
    program_free(program);
    diags_free(&diags);
    project_free(project);
    sources_free(sources);
    names_free(names);
    return round;
}

int main(int count, char **words)
{
    int rounds = 5, first = 1;
    if (count > 2 && strcmp(words[1], "--rounds") == 0) rounds = atoi(words[2]), first = 3;
    Round best = {0};
    for (int i = 0; i < rounds; i++) {
        Round round = run(count - first, words + first);
        if (!i || round.load_ns + round.type_ns < best.load_ns + best.type_ns) best = round;
    }
    double ms = (double)(best.load_ns + best.type_ns) / 1e6;
    printf("%llu modules, %llu lines: read, parse and declare %.1f ms, type %.1f ms, %.0f lines a second\n", (unsigned long long)best.modules,
           (unsigned long long)best.lines, (double)best.load_ns / 1e6, (double)best.type_ns / 1e6, (double)best.lines / ms * 1000);
}
