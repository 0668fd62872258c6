#!/usr/bin/env python3
"""Runs the families of tests and adds them up. The last line is the total: "N passed, N failed".

A family is an executable tests/FAMILY/run*, whose own last line has the same form. It finds the build in $BUILD, the command in $MOLT,
gets no standard input, and may use $MOLT_ROOT. A family that ends without its line, or with a bad status and no failure counted, is one
failure more. With arguments only the families named run.
"""
import os
import pathlib
import re
import signal
import subprocess
import sys
import time

FAMILY_SECONDS = 1800
FIRST = ["includes", "unit"]  # fast, and their failures explain others

tests = pathlib.Path(__file__).resolve().parent
root = tests.parent
build = os.environ.get("BUILD", str(root / "build"))
environment = dict(os.environ, BUILD=build, MOLT=os.environ.get("MOLT", build + "/molt"), MOLT_ROOT=str(root))
last_line = re.compile(r"^(\d+) passed, (\d+) failed$")


def runners():
    found = [path for path in tests.glob("*/run*") if path.is_file() and os.access(path, os.X_OK)]
    wanted = sys.argv[1:]
    found = [path for path in found if not wanted or path.parent.name in wanted]
    rank = {name: number for number, name in enumerate(FIRST)}
    return sorted(found, key=lambda path: (rank.get(path.parent.name, len(FIRST)), str(path)))


def run(path):
    """Passes the family's output on, all but its last line, and returns what that says."""
    child = subprocess.Popen([path], cwd=root, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT, start_new_session=True)
    counts = None
    # The alarm interrupts the reading below when a family hangs.
    signal.signal(signal.SIGALRM, lambda *_: os.killpg(child.pid, signal.SIGKILL))
    signal.alarm(FAMILY_SECONDS)
    for raw in child.stdout:
        line = raw.decode(errors="replace").rstrip("\n")
        match = last_line.match(line)
        if match:
            counts = int(match.group(1)), int(match.group(2))
        else:
            counts = None
            print(line, flush=True)
    status = child.wait()
    signal.alarm(0)
    if counts is None:
        print(f"{path.relative_to(root)}: no final line \"N passed, N failed\", status {status}")
        return 0, 1
    if status != 0 and counts[1] == 0:
        print(f"{path.relative_to(root)}: status {status} though nothing failed")
        return counts[0], 1
    return counts


passed = failed = 0
families = runners()
for path in families:
    print(f"== {path.relative_to(tests)}", flush=True)
    begin = time.monotonic()
    good, bad = run(path)
    print(f"   {path.parent.name}: {good} passed, {bad} failed in {time.monotonic() - begin:.1f} s", flush=True)
    passed += good
    failed += bad

if not families:
    print("no tests found")
    failed += 1
print(f"{passed} passed, {failed} failed")
sys.exit(failed != 0)
