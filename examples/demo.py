#!/usr/bin/env python3
"""Runs examples/counter under `molt dev`, edits it while it runs, and shows what happens, in time.

Left: what the program prints. Right: what is done to its source and what Molt says. Ends by itself within a minute. Exit status 0 only
if every edit went live in the process that was started.
"""

import json
import os
import shutil
import subprocess
import sys
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
MOLT = os.environ.get("MOLT", os.path.join(os.environ.get("BUILD", os.path.join(ROOT, "build")), "molt"))
COPY = os.path.join(ROOT, "build", "demo")
STEP = 0.25   # the program's own interval between prints, seconds

# (what is done, the text to replace, its replacement, a line that only the new code prints)
EDITS = [
    ("increment counts by ten", "count = count + 1;", "count += 10;", None),
    ("describe says more", 'return "count " + count;', 'return "the count is " + count;', "the count is"),
    ("a field is added to the live counter", "var count:Int = 0;\n", "var count:Int = 0;\n\tvar step:Int = 100;\n", None),
    ("increment uses the new field", "count += 10;", "count += step;", None),
    ("a mistake is saved", "count += step;", "count += stepp;", "REFUSED"),
    ("and corrected", "count += stepp;", "count += step + 1;", None),
]


class Show:
    """Lines in two columns, with the time since the start."""

    def __init__(self):
        self.start = time.time()
        self.lock = threading.Lock()

    def line(self, left="", right=""):
        with self.lock:
            print(f"{time.time() - self.start:6.2f}s  {left:<28} {right}".rstrip(), flush=True)


class Program:
    """The running program: its output lines and events, as they come."""

    def __init__(self, show):
        self.show = show
        self.events_path = os.path.join(COPY, "events.jsonl")
        self.process = subprocess.Popen([MOLT, "dev", "--events", self.events_path, os.path.join(COPY, "Main.hx")],
                                        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, bufsize=1)
        self.lines = []          # (time, text)
        self.arrived = threading.Condition()
        for stream, side in ((self.process.stdout, "left"), (self.process.stderr, "right")):
            threading.Thread(target=self.read, args=(stream, side), daemon=True).start()

    def read(self, stream, side):
        for text in stream:
            text = text.rstrip("\n")
            if side == "left":
                with self.arrived:
                    self.lines.append((time.time(), text))
                    self.arrived.notify_all()
                self.show.line(left=text)
            else:
                self.show.line(right=text)

    def wait_event(self, after, kinds, seconds=20):
        """The first event of those kinds behind the first `after` ones; (event, number seen)."""
        end = time.time() + seconds
        while time.time() < end:
            if os.path.exists(self.events_path):
                with open(self.events_path) as file:
                    events = [json.loads(line) for line in file if line.endswith("\n")]
                for number, event in enumerate(events[after:], after + 1):
                    if event["event"] in kinds:
                        return event, number
            if self.process.poll() is not None:
                return None, after
            time.sleep(0.002)
        return None, after

    def wait_line(self, since, text, seconds=10):
        end = time.time() + seconds
        with self.arrived:
            while time.time() < end:
                for when, line in self.lines:
                    if when >= since and text in line:
                        return when
                self.arrived.wait(0.1)
        return None


def count_of(line):
    return int(line.split()[-1])


def fail(program, why):
    print("demo: " + why, file=sys.stderr)
    program.process.kill()
    sys.exit(1)


def main():
    shutil.rmtree(COPY, ignore_errors=True)
    shutil.copytree(os.path.join(HERE, "counter"), COPY)
    show = Show()
    show.line("the program prints", "its source, and Molt")
    program = Program(show)
    event, seen = program.wait_event(0, ("ready",))
    if event is None:
        fail(program, "the program did not start")
    pid = event["pid"]
    started = event["us"]["total"]
    source = os.path.join(COPY, "Counter.hx")
    figures = []
    time.sleep(4 * STEP)
    for what, old, new, sign in EDITS:
        with open(source) as file:
            text = file.read()
        if old not in text:
            fail(program, f"nothing to edit: {old}")
        show.line(right=f">>> save: {what}")
        before = count_of(program.lines[-1][1])
        saved = time.time()
        with open(source, "w") as file:
            file.write(text.replace(old, new))
        wanted = "reject" if sign == "REFUSED" else "update"
        event, seen = program.wait_event(seen, ("update", "reject"))
        if event is None or event["event"] != wanted:
            fail(program, f"no {wanted} after: {what}")
        if wanted == "update":
            figures.append((what, event["us"]["total"], event["us"]["pause"], event["t"] - saved))
            if sign and program.wait_line(saved, sign) is None:
                fail(program, f"the new code was not seen after: {what}")
        time.sleep(5 * STEP)
        if program.process.poll() is not None:
            fail(program, "the program ended")
        if count_of(program.lines[-1][1]) <= before:
            fail(program, "the count was lost")
    if program.process.pid != pid:
        fail(program, "the program is another process")
    program.process.terminate()
    code = program.process.wait(10)
    if code != 143:
        fail(program, f"the program ended with {code} instead of 143")
    print(f"\n{len(figures)} edits went live in process {pid}, one was refused; the count was never lost. Start to ready: {started / 1000:.1f} ms.")
    print("edit                                      save to live   of that in Molt   program stopped")
    for what, total, pause, save in figures:
        print(f"  {what:<38} {save * 1000:8.2f} ms     {total / 1000:8.2f} ms       {pause / 1000:8.3f} ms")


main()
