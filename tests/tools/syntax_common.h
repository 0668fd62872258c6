/* What the tools for syntax/ share: a compilation's tables, and a thread with the stack that the compiler gives itself. */
#ifndef MOLT_TESTS_SYNTAX_COMMON_H
#define MOLT_TESTS_SYNTAX_COMMON_H

#include "../../src/syntax/syntax.h"

#include <pthread.h>
#include <stdlib.h>

typedef struct Tool {
    int count;
    char **arguments; /* those behind the options */
    Names *names;
    Sources *sources;
    Diags diags;
    Map defines;
    int status;
    void (*run)(struct Tool *tool);
} Tool;

static inline void tool_define(Tool *tool, const char *text)
{
    const char *equals = strchr(text, '=');
    Name name = name_of(tool->names, text, equals ? (size_t)(equals - text) : strlen(text));
    map_set_name(&tool->defines, name, (void *)(equals ? equals + 1 : "1"));
}

static inline SourceFile *tool_file(Tool *tool, const char *path, const char *text, size_t length)
{
    bool changed;
    SourceFile *file = source_file(tool->sources, path);
    source_set_text(tool->sources, file, NULL, text, length, &changed);
    return file;
}

static inline SourceFile *tool_read(Tool *tool, const char *path)
{
    bool changed;
    SourceFile *file = source_file(tool->sources, path);
    if (source_read(tool->sources, file, NULL, &changed)) return file;
    printf("%s: cannot be read\n", path);
    tool->status = 1;
    return NULL;
}

static inline AstFile *tool_parse(Tool *tool, SourceFile *file, Arena *arena)
{
    return syntax_parse(tool->names, &tool->diags, file, &tool->defines, arena);
}

static inline void *tool_thread(void *tool)
{
    ((Tool *)tool)->run(tool);
    return NULL;
}

/* Takes `-D name[=value]` off the arguments and runs the tool. Returns its status. */
static inline int tool_main(int count, char **arguments, void (*run)(Tool *tool))
{
    Tool tool = {.names = names_new(), .run = run};
    tool.sources = sources_new(tool.names);
    diags_init(&tool.diags);
    int at = 1;
    for (; at + 1 < count && strcmp(arguments[at], "-D") == 0; at += 2) tool_define(&tool, arguments[at + 1]);
    tool.count = count - at;
    tool.arguments = arguments + at;
    pthread_attr_t attributes;
    pthread_t thread;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, 256u << 20);
    if (pthread_create(&thread, &attributes, tool_thread, &tool) != 0) return 2;
    pthread_join(thread, NULL);
    pthread_attr_destroy(&attributes);
    map_free(&tool.defines);
    diags_free(&tool.diags);
    sources_free(tool.sources);
    names_free(tool.names);
    return tool.status;
}

#endif
