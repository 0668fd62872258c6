/* source: files and their revisions, class paths, hxml and haxelib.
 *
 * A SourceFile is one path for the life of the process; its text is replaced when it is read again, under the undo log. File ids are
 * dense and start at 1, so a Span is three integers. Thread rule: used by the compiler thread alone, except source_place on text
 * that is not being replaced.
 */
#ifndef MOLT_SOURCE_H
#define MOLT_SOURCE_H

#include "../base/base.h"

typedef struct SourceFile {
    u32 id;
    Name path;    /* as found: class path + relative path, what diagnostics print */
    char *text;   /* malloc'd, NUL-terminated, UTF-8 as read (a byte order mark is kept out) */
    u32 length;   /* bytes */
    u64 hash;     /* of the text */
    u32 *lines;   /* byte offset of each line's first byte, malloc'd, made with the text */
    u32 line_count;
    u64 read_ns;  /* clock of the last read, statistics */
    bool missing; /* was not there at the last read: text is "" */
} SourceFile;

typedef struct Sources {
    Names *names;
    VEC(SourceFile *) files; /* by id - 1 */
    Map by_path;             /* Name -> SourceFile */
} Sources;

Sources *sources_new(Names *names);
void sources_free(Sources *sources);

/* The file of that path, registered without reading it. Never NULL. */
SourceFile *source_file(Sources *sources, const char *path);
SourceFile *source_by_id(Sources *sources, u32 id); /* NULL for 0 or an unknown id */

/* Reads the file from disk. *changed says whether the text differs from the one held before. The old text is released when the log
 * commits, put back when it rolls back. false: not readable (the text stays, `missing` is set under the log, errno kept). */
bool source_read(Sources *sources, SourceFile *file, Undo *undo, bool *changed);
/* The same with a text given by the caller (rollback to a kept version, tests, unsaved editor buffers); copied. */
void source_set_text(Sources *sources, SourceFile *file, Undo *undo, const char *text, size_t length, bool *changed);

/* Lines and columns count from 1. Columns as the official compiler counts them: in characters (code points) of the line, the first
 * being 1 here; the printed range is `characters c1-c2` with c1 = column - 1 + 1 … see source_print_place. */
typedef struct Place {
    u32 line, column;
} Place;
Place source_place(const SourceFile *file, u32 offset);

/* "path/File.hx:12: characters 9-14" or "path/File.hx:12: lines 12-15", exactly as the official compiler writes it. */
void source_print_place(Sources *sources, Span span, Text *out);

/* All diagnostics, sorted by file and place: "PLACE : message" a line each ("Warning : " before the message of a warning, as the
 * official compiler prints it); with `excerpt` the source line and a marker follow; with `json` JSON lines (contract section 2). */
typedef enum DiagFormat { DIAG_PLAIN, DIAG_EXCERPT, DIAG_EXCERPT_COLOUR, DIAG_JSON } DiagFormat;
void source_print_diags(Sources *sources, const Diags *diags, DiagFormat format, Text *out);

/* ---- What to compile: class paths, options, hxml ----------------------------------------------------------------------------- */

typedef struct Define {
    Name name;
    const char *value; /* "1" when none was given */
} Define;

/* The settings of one compilation, as the command line and hxml files give them. Strings live in `arena`. */
typedef struct Project {
    Arena *arena;
    VEC(const char *) class_paths; /* in order of search, each ending in '/' ("" for the working directory) */
    VEC(Define) defines;
    NameVec libraries;
    VEC(const char *) resources; /* FILE@NAME */
    VEC(const char *) extra_modules; /* type paths named on the command line besides the main one */
    const char *main_class;      /* dotted path of the type that holds main; NULL until known */
    const char *std_path;        /* Molt's own std/ */
    const char *haxe_std_path;   /* the official library */
    VEC(const char *) hxml_files; /* read on the way, for the watcher */
    bool times, dce_set;
} Project;

/* Reads one hxml into the project (nested files, quotes, comments, `--next`/`--each` split into further projects). Errors go to diags
 * or, where they have no place in a file, to diags with NO_SPAN. */
typedef VEC(Project *) ProjectVec;
bool project_read_hxml(Sources *sources, Diags *diags, const char *path, ProjectVec *out);
/* One option as the official compiler spells it, already split; returns how many arguments it took, 0 if the option is unknown,
 * -1 after an error. */
int project_option(Project *project, Diags *diags, int count, char **arguments);
Project *project_new(void);
void project_free(Project *project);
/* Sets std_path (from the executable's real path, MOLT_STD) and haxe_std_path (HAXE_STD_PATH, /usr/share/haxe/std) and puts both
 * behind the user's class paths, Molt's first. false with a diagnostic that names what is missing. */
bool project_find_std(Project *project, Diags *diags);
/* A bare Main.hx: adds the folder that holds its package root as class path (read from its `package` line) and names it main class. */
bool project_add_main_file(Project *project, Sources *sources, Diags *diags, const char *path);
/* The path of module pack.Name on the class paths (first hit), registered; NULL if there is none. Folder listings are cached;
 * project_forget_listings drops the cache before an update. Case-sensitive. */
SourceFile *project_find_module(Project *project, Sources *sources, const char *dotted);
bool project_has_package(Project *project, const char *dotted);
void project_forget_listings(Project *project);

#endif
