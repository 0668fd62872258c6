/* paths: where modules are found: the standard library, class paths, the package root of a bare Main.hx.
 *
 * Contract: a lookup never touches the disk for a folder whose listing is known. project_forget_listings makes all of them doubtful:
 * the next lookup asks whether the folder has changed since, and lists it again if it has. The files found stay registered.
 */
#include "project.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- Folder listings ------------------------------------------------------------------------------------------------------------- */

typedef struct Listing {
    struct Listing *same_hash; /* another folder whose path has the same hash */
    const char *path;
    bool exists, doubtful;
    struct timespec changed; /* the folder's time when it was listed; 0: too recent to tell a later change from this one */
    u64 device, inode;
    Arena *arena; /* of the names */
    Map names;    /* hash of an entry's name -> the name; on malloc */
} Listing;

static bool listing_has(const Listing *listing, const char *name)
{
    const char *found = map_get(&listing->names, hash_bytes(name, strlen(name), 0));
    return found && strcmp(found, name) == 0;
}

/* File systems tell times in steps of some milliseconds: a change in the step in which a folder was listed may have come after. */
#define TIME_STEP 0.1

static void read_folder(Listing *listing)
{
    listing->exists = listing->doubtful = false;
    listing->changed = (struct timespec){0};
    map_free(&listing->names);
    arena_reset(listing->arena);
    DIR *folder = opendir(*listing->path ? listing->path : ".");
    if (!folder) return;
    listing->exists = true;
    struct stat status;
    if (fstat(dirfd(folder), &status) == 0) {
        listing->device = status.st_dev;
        listing->inode = status.st_ino;
        double age = clock_epoch() - (double)status.st_mtim.tv_sec - (double)status.st_mtim.tv_nsec / 1e9;
        if (age > TIME_STEP) listing->changed = status.st_mtim;
    }
    for (struct dirent *entry; (entry = readdir(folder));) {
        u64 name = hash_bytes(entry->d_name, strlen(entry->d_name), 0);
        map_set(&listing->names, name, arena_strdup(listing->arena, entry->d_name));
    }
    closedir(folder);
}

static bool is_unchanged(const Listing *listing)
{
    struct stat status;
    if (stat(*listing->path ? listing->path : ".", &status) != 0 || !S_ISDIR(status.st_mode)) return !listing->exists;
    return listing->exists && listing->changed.tv_sec && listing->changed.tv_sec == status.st_mtim.tv_sec &&
           listing->changed.tv_nsec == status.st_mtim.tv_nsec && listing->device == status.st_dev && listing->inode == status.st_ino;
}

static Listing *list_folder(Project *project, const char *path)
{
    u64 key = hash_bytes(path, strlen(path), 0);
    Listing *first = map_get(&project->listing_of, key);
    for (Listing *listing = first; listing; listing = listing->same_hash) {
        if (strcmp(listing->path, path) != 0) continue;
        if (listing->doubtful && !is_unchanged(listing)) read_folder(listing);
        listing->doubtful = false;
        return listing;
    }
    Listing *listing = NEW(project->listings, Listing);
    listing->same_hash = first;
    listing->path = arena_strdup(project->listings, path);
    listing->arena = arena_new("folder listing");
    map_set(&project->listing_of, key, listing);
    read_folder(listing);
    return listing;
}

void project_forget_listings(Project *project)
{
    for (MapEntry *entry = NULL; (entry = map_next(&project->listing_of, entry));)
        for (Listing *listing = entry->value; listing; listing = listing->same_hash) listing->doubtful = true;
}

void project_free_listings(Project *project)
{
    for (MapEntry *entry = NULL; (entry = map_next(&project->listing_of, entry));) {
        for (Listing *listing = entry->value; listing; listing = listing->same_hash) {
            map_free(&listing->names);
            arena_free(listing->arena);
        }
    }
    map_free(&project->listing_of);
    arena_free(project->listings);
}

/* ---- Modules --------------------------------------------------------------------------------------------------------------------- */

/* "a.b.Name" as "a/b/" and "Name"; both from one piece of memory that the caller frees. */
static char *split_dotted(const char *dotted, char **folder, char **name)
{
    size_t length = strlen(dotted);
    char *memory = base_alloc(length + 3);
    const char *dot = strrchr(dotted, '.');
    size_t folder_length = dot ? (size_t)(dot - dotted) + 1 : 0;
    memcpy(memory, dotted, folder_length);
    for (size_t i = 0; i < folder_length; i++)
        if (memory[i] == '.') memory[i] = '/';
    *folder = memory;
    *name = memory + folder_length + 1;
    memcpy(*name, dotted + folder_length, length - folder_length);
    return memory;
}

SourceFile *project_find_module(Project *project, Sources *sources, const char *dotted)
{
    char *folder, *name;
    char *memory = split_dotted(dotted, &folder, &name);
    Text path = {0}, entry = {0};
    SourceFile *found = NULL;
    for (u32 i = 0; i < project->class_paths.count && !found; i++) {
        path.count = 0;
        text_str(&path, project->class_paths.at[i]);
        text_str(&path, folder);
        Listing *listing = list_folder(project, path.at);
        /* A file for this target alone hides the common one beside it. */
        static const char *const ENDINGS[] = {".molt.hx", ".hx"};
        for (size_t k = 0; k < LEN(ENDINGS) && !found; k++) {
            entry.count = 0;
            text_str(&entry, name);
            text_str(&entry, ENDINGS[k]);
            if (!listing_has(listing, entry.at)) continue;
            text_str(&path, entry.at);
            found = source_file(sources, path.at);
        }
    }
    text_free(&path);
    text_free(&entry);
    free(memory);
    return found;
}

bool project_has_package(Project *project, const char *dotted)
{
    Text path = {0};
    bool found = false;
    for (u32 i = 0; i < project->class_paths.count && !found; i++) {
        path.count = 0;
        text_str(&path, project->class_paths.at[i]);
        size_t start = path.count;
        text_str(&path, dotted);
        if (path.count > start) text_char(&path, '/');
        for (size_t k = start; k < path.count; k++)
            if (path.at[k] == '.') path.at[k] = '/';
        found = list_folder(project, path.at)->exists;
    }
    text_free(&path);
    return found;
}

/* ---- Standard library ------------------------------------------------------------------------------------------------------------ */

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* The folder with a '/' behind it, symbolic links and dots resolved; NULL if it is not there. */
static const char *real_folder(Arena *arena, const char *path)
{
    char real[PATH_MAX];
    if (!is_folder(path) || !realpath(path, real)) return NULL;
    return arena_printf(arena, "%s%s", real, strcmp(real, "/") ? "/" : "");
}

static const char *find_own_std(Arena *arena)
{
    const char *given = getenv("MOLT_STD");
    if (given && *given) return real_folder(arena, given);
    char executable[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", executable, sizeof executable - 1);
    if (length <= 0) return NULL;
    executable[length] = 0;
    char *slash = strrchr(executable, '/');
    if (!slash) return NULL;
    *slash = 0;
    static const char *const PLACES[] = {"std", "../std", "../share/molt/std"};
    for (size_t i = 0; i < LEN(PLACES); i++) {
        const char *found = real_folder(arena, arena_printf(arena, "%s/%s", executable, PLACES[i]));
        if (found) return found;
    }
    return NULL;
}

static const char *find_haxe_std(Arena *arena)
{
    const char *places[] = {getenv("HAXE_STD_PATH"), "/usr/share/haxe/std"};
    for (size_t i = 0; i < LEN(places); i++) {
        if (!places[i] || !*places[i]) continue;
        const char *found = real_folder(arena, places[i]);
        if (found && access(arena_printf(arena, "%sStdTypes.hx", found), R_OK) == 0) return found;
    }
    return NULL;
}

/* All modules of a package and of those in it become extra modules. false: there is no such package. */
static bool include_package(Project *project, const char *dotted)
{
    bool found = false;
    for (u32 i = 0; i < project->class_paths.count; i++) {
        char *path = arena_printf(project->arena, "%s%s", project->class_paths.at[i], dotted);
        for (char *at = path + strlen(project->class_paths.at[i]); *at; at++)
            if (*at == '.') *at = '/';
        Listing *listing = list_folder(project, path);
        found |= listing->exists;
        for (MapEntry *entry = NULL; (entry = map_next(&listing->names, entry));) {
            const char *name = entry->value;
            size_t length = strlen(name);
            if (*name == '.') continue;
            if (length > 3 && strcmp(name + length - 3, ".hx") == 0) {
                if (*name < 'A' || *name > 'Z' || memchr(name, '.', length - 3)) continue; /* import.hx, Name.target.hx */
                const char *module = arena_printf(project->arena, "%s.%.*s", dotted, (int)length - 3, name);
                vec_push(project->arena, &project->extra_modules, module);
            } else if (!strchr(name, '.') && is_folder(arena_printf(project->arena, "%s/%s", path, name))) {
                include_package(project, arena_printf(project->arena, "%s.%s", dotted, name));
            }
        }
    }
    return found;
}

static bool include_packages(Project *project, Diags *diags)
{
    bool ok = true;
    for (u32 i = 0; i < project->packages.count; i++) {
        if (include_package(project, project->packages.at[i])) continue;
        diag_error(diags, NO_SPAN, "option.package", "Package \"%s\" was not found in any of class paths", project->packages.at[i]);
        diag_note(diags, NO_SPAN, "option.package", "The program's own arguments stand behind --");
        ok = false;
    }
    return ok;
}

bool project_find_std(Project *project, Diags *diags)
{
    project->std_path = find_own_std(project->arena);
    project->haxe_std_path = find_haxe_std(project->arena);
    if (!project->std_path)
        diag_error(diags, NO_SPAN, "std.own-missing",
                   "Molt's own std/ was not found beside the executable; MOLT_STD may name its folder");
    if (!project->haxe_std_path)
        diag_error(diags, NO_SPAN, "std.missing",
                   "The Haxe standard library was not found; install the package haxe, or let HAXE_STD_PATH name its folder");
    if (!project->main_file) vec_push(project->arena, &project->class_paths, "");
    bool packages = include_packages(project, diags);
    if (project->std_path) vec_push(project->arena, &project->class_paths, project->std_path);
    if (project->haxe_std_path) vec_push(project->arena, &project->class_paths, project->haxe_std_path);
    return project->std_path && project->haxe_std_path && packages;
}

/* ---- A bare Main.hx -------------------------------------------------------------------------------------------------------------- */

static u32 skip_blanks_and_comments(const SourceFile *file, u32 at)
{
    const char *text = file->text;
    for (;;) {
        while (text[at] == ' ' || text[at] == '\t' || text[at] == '\r' || text[at] == '\n') at++;
        if (text[at] == '/' && text[at + 1] == '/') {
            at += (u32)strcspn(text + at, "\r\n");
        } else if (text[at] == '/' && text[at + 1] == '*') {
            const char *end = strstr(text + at + 2, "*/");
            if (!end) return file->length;
            at = (u32)(end + 2 - text);
        } else {
            return at;
        }
    }
}

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* The package that the file names in its first declaration, "" if none, with slashes for dots. The real parser reads the file later, when
 * the class paths are known; this looks at nothing else. */
static const char *read_package(Arena *arena, const SourceFile *file, Span *span)
{
    static const char KEYWORD[] = "package";
    u32 at = skip_blanks_and_comments(file, 0);
    *span = (Span){file->id, at, at};
    if (strncmp(file->text + at, KEYWORD, sizeof KEYWORD - 1) != 0 || is_word(file->text[at + sizeof KEYWORD - 1])) return "";
    at += sizeof KEYWORD - 1;
    Text package = {0};
    text_str(&package, "");
    for (;;) {
        at = skip_blanks_and_comments(file, at);
        char c = file->text[at];
        if (c == '.') c = '/';
        if (c != '/' && !is_word(c)) break;
        text_char(&package, c);
        at++;
    }
    span->end = at;
    const char *copy = arena_strdup(arena, package.at);
    text_free(&package);
    return copy;
}

static bool ends_with_folder(const char *path, size_t length, const char *folder)
{
    size_t folder_length = strlen(folder);
    if (length < folder_length || memcmp(path + length - folder_length, folder, folder_length) != 0) return false;
    return length == folder_length || path[length - folder_length - 1] == '/';
}

/* The folder from which the package counts, for a file in `folder` ("" or ending in '/'); NULL if the package does not fit. */
static const char *package_root(Arena *arena, const char *folder, const char *package)
{
    if (!*package) return folder;
    size_t length = strlen(folder);
    if (length && ends_with_folder(folder, length - 1, package)) {
        char *root = arena_strdup(arena, folder);
        root[length - 1 - strlen(package)] = 0;
        return root;
    }
    /* Run from within the package: the path as given is too short, the real one may fit. */
    char real[PATH_MAX];
    if (!realpath(*folder ? folder : ".", real) || !ends_with_folder(real, strlen(real), package)) return NULL;
    const char *root = arena_printf(arena, "%s../", folder);
    for (const char *at = package; *at; at++)
        if (*at == '/') root = arena_printf(arena, "%s../", root);
    return root;
}

static bool same_folder(const char *a, const char *b)
{
    struct stat first, second;
    return stat(*a ? a : ".", &first) == 0 && stat(*b ? b : ".", &second) == 0 && first.st_dev == second.st_dev &&
           first.st_ino == second.st_ino;
}

bool project_add_main_file(Project *project, Sources *sources, Diags *diags, const char *path)
{
    Arena *arena = project->arena;
    SourceFile *file = source_file(sources, path);
    bool found = source_read(sources, file, NULL, NULL);
    for (u32 i = 0; !found && errno == ENOENT && *path != '/' && i < project->class_paths.count; i++) {
        const char *below = arena_printf(arena, "%s%s", project->class_paths.at[i], path);
        if (access(below, F_OK) != 0) continue;
        file = source_file(sources, path = below);
        found = source_read(sources, file, NULL, NULL);
    }
    if (!found) {
        if (errno == ENOENT)
            diag_error(diags, NO_SPAN, "source.not-found", "File not found : %s", path);
        else
            diag_error(diags, NO_SPAN, "source.not-readable", "Could not read %s: %s", path, strerror(errno));
        return false;
    }
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    char *folder = arena_copy(arena, path, (size_t)(name - path) + 1);
    folder[name - path] = 0;

    Span span;
    const char *package = read_package(arena, file, &span);
    const char *root = package_root(arena, folder, package);
    if (!root) {
        diag_error(diags, span, "source.package", "The package does not fit the folder: the path of the file should end in %s/%s", package,
                   name);
        return false;
    }
    char *dotted = arena_printf(arena, "%s%s%s", package, *package ? "/" : "", name);
    char *arguments[] = {"--main", dotted};
    if (project->main_class ? !project_add_module(project, diags, dotted) : project_option(project, diags, 2, arguments) < 0) return false;
    bool known = false;
    for (u32 i = 0; i < project->class_paths.count; i++) known = known || same_folder(project->class_paths.at[i], root);
    if (known) return true;
    if (!project->class_paths.count) project->main_file = true;
    vec_push(arena, &project->class_paths, root);
    memmove(project->class_paths.at + 1, project->class_paths.at, (project->class_paths.count - 1) * sizeof *project->class_paths.at);
    project->class_paths.at[0] = root;
    return true;
}
