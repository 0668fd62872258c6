/* help: what `molt help` prints. */
#include "cli.h"

static const char overview[] =
    "molt " MOLT_VERSION " - Haxe programs whose code is replaced while they run\n"
    "\n"
    "  molt run   [OPTIONS] Main.hx|build.hxml [-- ARGS]   compile and run\n"
    "  molt dev   [OPTIONS] Main.hx|build.hxml [-- ARGS]   the same; every saved edit goes live in the running process\n"
    "  molt check [OPTIONS] Main.hx|build.hxml             parse and type-check only\n"
    "  molt dump  --stage=STAGE [--function NAME] Main.hx  what a stage of the compiler made of it\n"
    "  molt status|history|ps|diff [N]|rollback [N]|reload [--pid PID] [--json]   talk to a running `molt dev`\n"
    "  molt help COMMAND, molt --version\n";

static const char compile_options[] =
    "\nOptions, spelt as the official compiler spells them:\n"
    "  -p, -cp, --class-path DIR    where modules are sought      -m, --main CLASS    the type that holds main\n"
    "  -D, --define NAME[=VALUE]    for #if                       -L, --library NAME  a haxelib\n"
    "  -r, --resource FILE[@NAME]   a resource                    --times             time of each stage\n"
    "  -v                           say more                      --diagnostics=json  errors as JSON lines\n";

static const struct {
    const char *command, *text;
} texts[] = {
    {"run",
     "molt run [OPTIONS] Main.hx|build.hxml [-- ARGS]\n\nCompiles, runs natively, exits with the program's code: 0, 1 after a compile error or an\n"
     "uncaught exception, what the program gives Sys.exit. Wrong usage is 2.\n\n"
     "  --tier=fast|optimised|auto   how code is generated\n"},
    {"dev",
     "molt dev [OPTIONS] Main.hx|build.hxml [-- ARGS]\n\nRuns the program; a saved edit goes live in it, with all its state.\n\n"
     "  --events FILE|-          one JSON object a line for each thing that happens\n"
     "  --tier=fast|optimised    how code is generated (fast)\n"
     "  --history N              versions kept for rollback (32)\n"
     "  --no-watch               reload only when asked (`molt reload`)\n"
     "  --explain                why each function was or was not recompiled\n"
     "  --smoke Class.method     a smoke test, run on a copy of the program before an update goes live; also @:hot.test\n"
     "  --no-canary              no copy is tried; --canary-timeout MS: how long it may take (2000)\n"
     "  --probation MS           how long an update is taken back if it fails (2000); --no-auto-rollback: never\n"
     "\nKeys on a terminal: r reload, u roll back, p stale frames and closures, h help, q quit.\n"},
    {"check", "molt check [OPTIONS] Main.hx|build.hxml\nmolt check --against PID [--json]\n\nParses and types the program, reports all errors of all files.\n"
     "--against: says what the files on disk would change in that running program, and changes nothing.\n"},
    {"dump",
     "molt dump --stage=tokens|ast|tast|hir|mir|llvm|asm [--function NAME] [--tier=TIER] Main.hx|build.hxml\n\n"
     "NAME is a function as in events: pack.Class.method, pack.Class.new, pack.Class.method/1 for a local one.\n"},
    {"status", "molt status [--pid PID] [--json]\n\nVersion, functions, memory of the running `molt dev`.\n"},
    {"history", "molt history [--pid PID] [--json]\n\nThe versions kept: number, time, files, what changed, size, cause.\n"},
    {"ps", "molt ps [--pid PID] [--json]\n\nThreads, and the frames and closures that still run an older version.\n"},
    {"diff", "molt diff [N] [--pid PID] [--json]\n\nWhat version N (the present one) changed in the sources.\n"},
    {"rollback", "molt rollback [N] [--pid PID] [--json]\n\nMakes version N (the one before the present) live again.\n"},
    {"reload", "molt reload [--pid PID] [--json]\n\nApplies what is on disk; returns when the update or its refusal has been written.\n"},
    {"restart", "molt restart [--pid PID]\n\nStarts the program anew in the same process.\n"},
};

bool cli_help(FILE *to, const char *command) {
    if (!command) {
        fputs(overview, to);
        fputs(compile_options, to);
        return true;
    }
    for (u32 i = 0; i < LEN(texts); i++) {
        if (strcmp(texts[i].command, command) != 0) continue;
        fputs(texts[i].text, to);
        if (i < 4) fputs(compile_options, to);
        return true;
    }
    fprintf(to, "There is no command '%s'.\n\n%s", command, overview);
    return false;
}
