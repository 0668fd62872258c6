#!/usr/bin/env python3
"""Compiles every module of the official library that needs no target, each in a program of its own.

For each module a Main is written that imports it and names its types, which `molt check` compiles; then mir_lower (make build/tools/mir_lower)
types and lowers every function of the module with the verifiers on. Left out: haxe/macro and other folders of the compiler and of targets.

    tests/tools/library_check.py [--molt PATH] [MODULE…]     haxe.Json …; default: all
    --runs          runs that program instead of checking it, so that static variables are initialised
    --compile       compiles every function of the library instead, as if it belonged to the program; only those modules when some are named

Prints each module that failed with its first error, then how many failed for the same cause. Last line: N passed, N failed.
"""
import argparse
import collections
import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
LIBRARY = pathlib.Path(os.environ.get("HAXE_STD_PATH", "/usr/share/haxe/std"))
LEFT_OUT = ("haxe/remoting/",)
TYPE = re.compile(r"^\s*(?:@\S+\s+|extern\s+|final\s+|abstract\s+(?=class))*(private\s+)?(class|interface|enum abstract|enum|typedef|abstract)\s+(\w+)", re.M)


DEFINED = {"molt", "sys", "utf16", "true", "target.static", "target.sys", "target.threaded", "target.unicode", "target.utf16"}


def first_term(text):
    """The condition at the beginning of what follows #if: a name or something in parentheses, negated perhaps."""
    name = re.match(r"\s*!?\s*[\w.]+", text)
    if name:
        return name.group(0)
    depth = 0
    for end, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if letter == ")" and depth == 0:
            return text[:end + 1]
    return text


def holds(condition):
    """Is a condition of #if met? Comparisons are of versions, all old enough."""
    text = re.sub(r"[\w.]+\s*[<>=!]=?\s*(\"[^\"]*\"|[\w.]+)", "true", first_term(condition))
    text = re.sub(r"[\w.]+", lambda word: str(word.group(0) in DEFINED), text)
    return eval(text.replace("&&", " and ").replace("||", " or ").replace("!", " not "), {"__builtins__": {}})


def active(text):
    """The lines of a text that are compiled, as far as #if stands at their beginning."""
    kept, stack = [], []                                    # stack: [taken now, taken before]
    for line in text.split("\n"):
        match = re.match(r"\s*#(if|elseif|else|end)\b(.*)", line)
        if not match or (match.group(1) == "if" and "#end" in line):
            if all(taken for taken, _ in stack):
                kept.append(line)
        elif match.group(1) == "if":
            stack.append([holds(match.group(2))] * 2)
        elif match.group(1) == "end":
            stack.pop()
        else:
            taken = not stack[-1][1] and (match.group(1) == "else" or holds(match.group(2)))
            stack[-1] = [taken, stack[-1][1] or taken]
    return "\n".join(kept)


def modules():
    files = list(LIBRARY.glob("*.hx")) + list(LIBRARY.glob("haxe/**/*.hx")) + list(LIBRARY.glob("sys/**/*.hx"))
    names = []
    for file in sorted(files):
        path = file.relative_to(LIBRARY).as_posix()
        if not path.startswith(LEFT_OUT):
            names.append(path[:-3].replace("/", "."))
    return names


def types(module):
    """Names of the types of a module that can be used as values."""
    text = (LIBRARY / (module.replace(".", "/") + ".hx")).read_text(encoding="utf-8")
    own = ROOT / "std" / (module.replace(".", "/") + ".hx")
    if own.exists():
        text = own.read_text(encoding="utf-8")
    text = active(re.sub(r"/\*.*?\*/", "", text, flags=re.S))
    found = []
    for private, kind, name in TYPE.findall(text):
        if not private and kind in ("class", "interface", "enum"):
            found.append(name)
    return found


def program(module):
    """A program that refers to the module's types."""
    last = module.rpartition(".")[2]
    lines = ["" if module == "StdTypes" else f"import {module};", "class Main {", "\tstatic function main() {"]
    lines += [f"\t\tvar t{i}:Dynamic = {module if name == last else name if module == 'StdTypes' else module + '.' + name};" for i, name in enumerate(types(module))]
    return "\n".join(lines + ["\t}", "}", ""])


def check(molt, module, runs):
    """None, or the first error."""
    with tempfile.TemporaryDirectory() as folder:
        main = pathlib.Path(folder, "Main.hx")
        main.write_text(program(module), encoding="utf-8")
        try:
            done = subprocess.run([molt, "run", "--tier=fast", "Main.hx"] if runs else [molt, "check", "Main.hx"], cwd=folder, capture_output=True, text=True,
                                  errors="replace", timeout=60, stdin=subprocess.DEVNULL, env=dict(os.environ, NO_COLOR="1", MOLT_VERIFY="1"))
        except subprocess.TimeoutExpired:
            return "did not end in time"
    if done.returncode == 0:
        return None
    lines = [line for line in done.stderr.split("\n") if line and "Warning" not in line]
    return lines[0] if lines else f"status {done.returncode}"


def lower(tool, module):
    """Every function of the module typed and lowered, with the verifiers on."""
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "Main.hx").write_text("class Main {\n\tstatic function main() {}\n}\n", encoding="utf-8")
        try:
            done = subprocess.run([tool, "Main.hx", module], cwd=folder, capture_output=True, text=True, errors="replace", timeout=60,
                                  env=dict(os.environ, MOLT_VERIFY="1", MOLT_STD=str(ROOT / "std")))
        except subprocess.TimeoutExpired:
            return "did not end in time"
    if done.returncode == 0:
        return None
    lines = [line for line in done.stderr.split("\n") if line and "Warning" not in line]
    return lines[0] if lines else f"status {done.returncode}"


def compile_all(molt, names):
    """Every function of these modules down to machine code: a copy of the library is made part of a program. None, or the errors."""
    left_out = shutil.ignore_patterns("macro", "remoting", "display", "db", "StdTypes.hx")
    with tempfile.TemporaryDirectory() as folder:
        for library in (LIBRARY, ROOT / "std"):
            for part in ("haxe", "sys"):
                shutil.copytree(library / part, pathlib.Path(folder, part), ignore=left_out, dirs_exist_ok=True)
            for file in library.glob("*.hx"):
                if file.name != "StdTypes.hx":
                    shutil.copy(file, folder)
        named = [name for name in names if pathlib.Path(folder, name.replace(".", "/") + ".hx").exists() and "HttpJs" not in name and "HttpNodeJs" not in name
                 and name != "haxe.extern.AsVar"]
        pathlib.Path(folder, "LibraryCheck.hx").write_text(
            "".join(f"import {name};\n" for name in named) + "class LibraryCheck { static function main() {} }\n", encoding="utf-8")
        done = subprocess.run([molt, "dump", "--stage=asm", "LibraryCheck.hx"], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                              errors="replace", timeout=1200, env=dict(os.environ, NO_COLOR="1", MOLT_VERIFY="1"))
    if done.returncode == 0:
        print(f"{len(named)} modules compiled")
        return None
    return done.stderr


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--molt", default=str(ROOT / "build/molt"))
    parser.add_argument("--lower", metavar="TOOL", help="mir_lower of that build (default: beside the compiler, tools/mir_lower)")
    parser.add_argument("--runs", action="store_true")
    parser.add_argument("--compile", action="store_true")
    parser.add_argument("modules", nargs="*")
    options = parser.parse_args()
    molt = os.path.abspath(options.molt)
    tool = options.lower or os.path.join(os.path.dirname(molt), "tools/mir_lower")
    names = options.modules or modules()
    if not os.path.exists(molt) or not LIBRARY.is_dir():
        print(f"there is no {molt if LIBRARY.is_dir() else LIBRARY}")
        return 1

    if options.compile:
        errors = compile_all(molt, names)
        print(errors if errors else "", end="")
        print("0 passed, 1 failed" if errors else "1 passed, 0 failed")
        return 1 if errors else 0

    def one(module):
        error = check(molt, module, options.runs)
        return error or (lower(tool, module) if os.path.exists(tool) else None)

    causes, failed = collections.Counter(), 0
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for module, error in zip(names, pool.map(one, names)):
            if error is None:
                continue
            failed += 1
            print(f"{module}: {error}")
            causes[re.sub(r"^\S+:\d+: (?:\S+ [\d-]+ : )?", "", error)] += 1
    for cause, count in causes.most_common():
        if count > 1:
            print(f"{count} times: {cause}")
    print(f"{len(names) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
