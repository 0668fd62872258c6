/* project.h: what options.c, haxelib.c and hxml.c share; not for other folders. */
#ifndef MOLT_SOURCE_PROJECT_H
#define MOLT_SOURCE_PROJECT_H

#include "source.h"

/* project_option for an option that stands at `span` (NO_SPAN: on the command line). */
int option_apply(Project *project, Diags *diags, Span span, int count, char **arguments);

/* Reports an option that nobody knows. */
void option_unknown(Diags *diags, Span span, const char *word);

/* project_add_module likewise. */
bool option_add_module(Project *project, Diags *diags, Span span, const char *path);

/* Searched first from now on. %NAME% stands for a variable of the environment. */
void option_add_class_path(Project *project, const char *path);

/* Asks `haxelib path` for the library and applies what it answers. false: an error was reported. */
bool haxelib_add(Project *project, Diags *diags, Span span, const char *library);

/* What paths.c keeps of folders; part of project_free. */
void project_free_listings(Project *project);

/* Text without blanks at its ends, copied into the arena. */
char *option_trimmed(Arena *arena, const char *text, size_t length);

/* One line of an hxml file, or of what haxelib answers, cut into at most two words: an option and, behind the first blank, its value.
 * Quotes around the line or the value are taken off. Returns the number of words; 0 for an empty line or a comment. */
int option_split_line(Arena *arena, const char *line, size_t length, char *words[2]);

#endif
