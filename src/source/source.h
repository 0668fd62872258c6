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
    u32 *lines;   /* byte offset of each line's first byte, malloc'd, made with the text; \n, \r\n and \r end a line */
    u32 line_count; /* at least 1 */
    u64 read_ns;  /* clock of the last read, statistics */
    bool missing; /* could not be read the last time; the text is that of the last read that succeeded, "" if none did */
} SourceFile;

typedef struct Sources {
    Names *names;
    VEC(SourceFile *) files; /* by id - 1 */
    Map by_path;             /* Name -> SourceFile */
} Sources;

Sources *sources_new(Names *names);
void sources_free(Sources *sources);

/* The file of that path, registered without reading it: its text is "". Never NULL. */
SourceFile *source_file(Sources *sources, const char *path);
SourceFile *source_known(Sources *sources, const char *path); /* NULL: none has been registered */
SourceFile *source_by_id(Sources *sources, u32 id); /* NULL for 0 or an unknown id */

/* A whole file of any kind on malloc with a NUL behind it; NULL with errno. */
char *source_read_whole(const char *path, size_t *length);

/* Reads the file from disk. *changed says whether the text differs from the one held before. The old text is released when the log
 * commits, put back when it rolls back. false: not readable (the text stays, `missing` is set under the log, errno kept). */
bool source_read(Sources *sources, SourceFile *file, Undo *undo, bool *changed);
/* The same with a text given by the caller (rollback to a kept version, tests, unsaved editor buffers); copied. */
void source_set_text(Sources *sources, SourceFile *file, Undo *undo, const char *text, size_t length, bool *changed);

/* Lines and columns count from 1, columns in code points. An offset behind the end counts as the end. */
typedef struct Place {
    u32 line, column;
} Place;
u32 source_line(const SourceFile *file, u32 offset); /* cheap however long the line is, unlike the column */
Place source_place(const SourceFile *file, u32 offset);

/* "path/File.hx:12: characters 9-14", both numbers columns, the second that behind the span; "path/File.hx:12: character 9" when it is
 * empty; "path/File.hx:12: lines 12-15" when it ends on another line: as the official compiler writes it (one exception: a byte order
 * mark is no column here). Nothing for NO_SPAN. */
void source_print_place(Sources *sources, Span span, Text *out);

/* All diagnostics, sorted by file and place, notes behind what they explain; those without a place come first. As the official compiler
 * prints them: "PLACE : message" ("PLACE : Warning : message" for a warning), further lines of a message and notes as "PLACE : ... text".
 * With an excerpt the source lines and a marker follow. JSON is one object a line (contract: file, line, column, endLine, endColumn,
 * severity, code, message; endColumn is behind the span; without a place the file is "" and the numbers 0); a JSON array holds
 * the same objects between brackets, without line ends. */
typedef enum DiagFormat { DIAG_PLAIN, DIAG_EXCERPT, DIAG_EXCERPT_COLOUR, DIAG_JSON, DIAG_JSON_ARRAY } DiagFormat;
void source_print_diags(Sources *sources, const Diags *diags, DiagFormat format, Text *out);

/* ---- What to compile: class paths, options, hxml ----------------------------------------------------------------------------- */

typedef struct Define {
    Name name;         /* dashes are underscores here, as in #if */
    const char *value; /* "1" when none was given */
} Define;

typedef struct Resource {
    const char *name; /* that the program asks for */
    const char *file; /* path, known to exist when the option was read */
} Resource;

/* The settings of one compilation, as the command line and hxml files give them. Strings and lists live in `arena`. */
typedef struct Project {
    Names *names;
    Arena *arena;
    VEC(const char *) class_paths; /* in order of search (the last one given is searched first), each ending in '/', "" for the working
                                    * directory */
    VEC(Define) defines; /* the last of equal names counts; project_define finds it */
    VEC(const char *) libraries; /* NAME or NAME:VERSION, already resolved to class paths and defines */
    VEC(Resource) resources;
    VEC(const char *) extra_modules; /* type paths named on the command line besides the main one */
    VEC(const char *) packages;      /* named likewise; project_find_std adds their modules to the extra ones */
    VEC(const char *) arguments;     /* of the program, given behind --run */
    const char *main_class;      /* dotted path of the type that holds main; NULL until known */
    const char *directory;       /* the working directory when its options were read, that of --cwd; relative paths count from it */
    const char *std_path;        /* Molt's own std/ */
    const char *haxe_std_path;   /* the official library */
    VEC(const char *) hxml_files; /* read on the way, for the watcher */
    bool times, verbose, dce_set, global_libraries;
    bool main_file; /* a bare Main.hx gave the class path: the working directory is not searched besides */
    Arena *listings; /* folder listings and their index, see project_forget_listings */
    Map listing_of;
} Project;

Project *project_new(Names *names);
Project *project_copy(const Project *project); /* shares nothing but the names */
void project_free(Project *project);
const char *project_define(const Project *project, const char *name); /* the value; NULL: not defined */

/* Reads one hxml, nested files, quotes and comments included. Its options continue the last project in *out, if there is one (so that
 * options in front of it on the command line hold); `--next` and `--each` append further ones. Errors in a file carry its place.
 * false: errors were reported. */
typedef VEC(Project *) ProjectVec;
bool project_read_hxml(Sources *sources, Diags *diags, const char *path, ProjectVec *out);
/* One option as the official compiler spells it, in any of its spellings; arguments[0] is the option. Returns how many arguments it
 * took, itself included, 0 if the option is unknown or no option at all (it does not begin with '-'), -1 after an error. What belongs
 * to another target is skipped with a warning; what Molt does not support is an error that names it. */
int project_option(Project *project, Diags *diags, int count, char **arguments);
/* The option nearest to a misspelt word (up to the next blank), NULL if none is nearer than *distance, which becomes its distance. */
const char *project_near_option(const char *word, u32 *distance);
/* A type path named besides the options ("pack.Module", or "pack/Module.hx" relative to a class path), or a package, which stands for
 * all its modules. */
bool project_add_module(Project *project, Diags *diags, const char *path);
/* Sets std_path (MOLT_STD, else beside the executable's real path) and haxe_std_path (HAXE_STD_PATH, /usr/share/haxe/std) and puts
 * the working directory, Molt's and the official library behind the user's class paths; looks into packages named besides the options.
 * Call once, when all options are read. false with a diagnostic that names what is missing. */
bool project_find_std(Project *project, Diags *diags);
/* A bare Main.hx, also below a class path: puts the folder that holds its package root (read from its `package` line) in front of the
 * class paths, unless it is one of them, and names it main class; if there is one, it is a module besides. */
bool project_add_main_file(Project *project, Sources *sources, Diags *diags, const char *path);
/* The path of module pack.Name on the class paths (first hit; in a folder Name.molt.hx wins over Name.hx), registered; NULL if there
 * is none. Folder listings are cached; after project_forget_listings, before an update, those of changed folders are made anew.
 * Case-sensitive. */
SourceFile *project_find_module(Project *project, Sources *sources, const char *dotted);
bool project_has_package(Project *project, const char *dotted);
void project_forget_listings(Project *project);

#endif
