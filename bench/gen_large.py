#!/usr/bin/env python3
"""Writes a large Haxe program: many classes in many packages, in the core of the language.

    bench/gen_large.py OUTDIR                   400 classes, some 28,000 lines
    bench/gen_large.py --classes 4000 OUTDIR    ten times that
    bench/gen_large.py --edit 7 OUTDIR          rewrites one method of one class in place, so that it gives 7

The same options give the same program. Its main class is Main; arguments: the number of rounds (default 5, 0: no end) and the
milliseconds to sleep after each (default 0). Each round calls into a part of all objects, and prints

    round N sum CHECKSUM edit VALUE

where CHECKSUM depends on all rounds so far and VALUE is what the method that --edit rewrites gives. The checksum does not
depend on VALUE, so that it stays comparable after edits.

What the program is made of: every package has an interface's implementation as base class, and classes that extend it or each
other, up to four deep. A class has fields of several types and half a dozen methods: leaf methods compute from their arguments and
fields; middle methods also call leaf methods of other classes, of lower number, in any package; `step` is the override through
which Main works.
"""

import argparse
import os
import random
import re
import sys

PER_PACKAGE = 20
EDITED = "tuned"


def class_name(k):
    return f"Unit{k:05d}"


def package_name(k):
    return f"app.part{k // PER_PACKAGE:04d}"


class Generator:
    def __init__(self, classes, seed):
        self.classes = classes
        self.random = random.Random(seed)
        self.leaves = {}            # class number: [(method, kind)] static leaf methods, callable from anywhere
        self.depth = {}             # class number: steps to the package's base class

    # ---- one method of each kind; all arithmetic stays within 24 bits or in small floats

    def leaf_loop(self, name):
        a, b, m = self.random.randint(3, 40), self.random.randint(1, 99), self.random.choice([251, 509, 1021, 4093])
        return "Int", [
            f"public static function {name}(n:Int):Int {{",
            f"	var sum = {b};",
            f"	for (i in 0...(n & 7) + {self.random.randint(1, 5)}) {{",
            f"		sum = (sum * {a} + i) % {m};",
            f"		if (sum & {self.random.choice([1, 3, 5])} == 0)",
            f"			sum += {self.random.randint(1, 9)};",
            "	}",
            "	return sum;",
            "}",
        ]

    def leaf_text(self, name):
        word = "".join(self.random.choice("abcdefghklmnoprstuvw") for _ in range(self.random.randint(3, 8)))
        return "Text", [
            f"public static function {name}(s:String):String {{",
            f'	var r = "{word}";',
            f"	for (i in 0...{self.random.randint(2, 4)}) {{",
            "		if (i < s.length)",
            "			r += s.charAt(i);",
            "		else",
            f"			r += {self.random.randint(0, 9)};",
            "	}",
            f"	return r.length > {self.random.randint(8, 14)} ? r.substr(1) : r;",
            "}",
        ]

    def leaf_choice(self, name):
        lines = [f"public static function {name}(n:Int):Int {{", f"	return switch (n % {self.random.randint(4, 7)}) {{"]
        for i in range(self.random.randint(2, 4)):
            lines.append(f"		case {i}: n + {self.random.randint(1, 500)};")
        lines += [f"		default: {self.random.randint(1, 9)} * (n & 1023);", "	}", "}"]
        return "Int", lines

    def leaf_float(self, name):
        return "Float", [
            f"public static function {name}(x:Float):Float {{",
            f"	var y = x * {self.random.choice(['0.5', '0.25', '0.125'])} + {self.random.randint(1, 20)};",
            f"	while (y > {self.random.randint(50, 200)})",
            "		y = y * 0.5 - 1;",
            f"	return y < 0 ? -y : y + {self.random.choice(['0.5', '1.25', '2.75'])};",
            "}",
        ]

    def own_items(self, name):
        return "own", [
            f"public function {name}(n:Int):Int {{",
            f"	items.push(n & {self.random.choice([63, 127, 255])});",
            f"	if (items.length > {self.random.randint(4, 9)})",
            "		items.shift();",
            "	var sum = 0;",
            "	for (x in items)",
            f"		sum += x > {self.random.randint(5, 60)} ? x : -x;",
            "	return sum & 0xffff;",
            "}",
        ]

    def own_state(self, name):
        return "own", [
            f"public function {name}(n:Int):Int {{",
            f"	count = (count * {self.random.randint(3, 31)} + n) & 0xfffff;",
            f"	total = total * 0.5 + (count % {self.random.randint(10, 90)});",
            f"	if (count % {self.random.randint(3, 9)} == 0)",
            f'		label = "{self.random.choice("pqrst")}" + count % 100;',
            "	return count + label.length;",
            "}",
        ]

    def own_closure(self, name):
        return "own", [
            f"public function {name}(n:Int):Int {{",
            f"	var k = n & {self.random.choice([15, 31])};",
            f"	var change = function(x:Int):Int return (x ^ k) + {self.random.randint(1, 9)};",
            f"	var list = [for (i in 0...{self.random.randint(2, 5)}) change(i)];",
            "	k += list.length;",
            "	return list.map(change).filter(x -> x % 2 == 0).length * k;",
            "}",
        ]

    def middle(self, name, k):
        """A method that calls leaf methods of other classes."""
        lines = [f"public function {name}(n:Int):Int {{", "	var sum = count & 0xff;"]
        for _ in range(self.random.randint(2, 4)):
            other = self.random.randint(0, k)
            method, kind = self.random.choice(self.leaves[other])
            where = method if other == k else f"{package_name(other)}.{class_name(other)}.{method}"
            if kind == "Int":
                lines.append(f"	sum += {where}(n + {self.random.randint(0, 50)}) & 0xfff;")
            elif kind == "Text":
                lines.append(f"	label = {where}(label);")
            else:
                lines.append(f"	total = {where}(total);")
        lines += ["	if (sum > 0xffffff)", "		sum &= 0xffff;", "	return sum + label.length;", "}"]
        return lines

    # ---- one class

    def unit(self, k, first):
        """The source of class number k; first is the number of the package's first class."""
        deep = [j for j in range(first, k) if self.depth[j] < 3]
        parent = self.random.choice(deep) if deep and self.random.random() < 0.4 else None
        self.depth[k] = 1 if parent is None else self.depth[parent] + 1
        inherited = "Base" if parent is None else class_name(parent)
        body = []
        leaves, methods = [], []
        makers = [self.leaf_loop, self.leaf_text, self.leaf_choice, self.leaf_float]
        self.random.shuffle(makers)
        for i, maker in enumerate(makers[:2]):
            kind, lines = maker(f"leaf{k}_{i}")
            leaves.append((f"leaf{k}_{i}", kind))
            body.append(lines)
        self.leaves[k] = leaves
        owners = [self.own_items, self.own_state, self.own_closure]
        self.random.shuffle(owners)
        for i, maker in enumerate(owners[:1]):
            methods.append(f"own{k}_{i}")
            body.append(maker(f"own{k}_{i}")[1])
        for i in range(self.random.randint(1, 2)):
            methods.append(f"mid{k}_{i}")
            body.append(self.middle(f"mid{k}_{i}", k))
        step = ["override public function step(n:Int):Int {"]
        step.append(f"	var sum = {'super.step(n)' if self.random.random() < 0.5 else 'n & 0xff'};")
        step += [f"	sum += {m}(n + {i});" for i, m in enumerate(methods)]
        step += [f"	total = total * 0.5 + ratio{k};", "	return sum & 0xffffff;", "}"]
        body.append(step)
        if self.random.random() < 0.5:
            body.append(["override public function describe():String {",
                         f'	return "{class_name(k)} " + label + " " + bonus{k};', "}"])
        lines = [f"package {package_name(k)};", "", f"/** Part {k} of the generated program. **/",
                 f"class {class_name(k)} extends {inherited} {{",
                 f"	static var made = 0;", f"	static inline var SCALE = {self.random.randint(2, 9)};", "",
                 f"	public var bonus{k} = {self.random.randint(1, 99)};", f"	var ratio{k}:Float = {self.random.randint(1, 9)} / 4;", "",
                 "	public function new() {", "		super();", "		made++;",
                 f"		count = {self.random.randint(1, 1000)} * SCALE;", f'		label = "{self.random.choice("abcdef")}{k}";', "	}"]
        for part in body:
            lines.append("")
            lines += ["	" + line for line in part]
        if k == self.edited():
            lines += ["", f"	public static function {EDITED}():Int {{", "		return 0;", "	}"]
        return lines + ["}"]

    def edited(self):
        return self.classes // 2

    # ---- what holds them together

    def base(self, package):
        return [f"package {package};", "", "import app.core.Unit;", "", "/** What the classes of this package have in common. **/",
                "class Base implements Unit {", "	var count = 1;", "	var total = 0.5;", '	var label = "";',
                "	var items:Array<Int> = [];", "", "	public function new() {}", "", "	public function step(n:Int):Int {",
                "		count = (count + n) & 0xffff;", "		return count;", "	}", "", "	public function weight():Float {",
                "		return total + items.length;", "	}", "", "	public function describe():String {",
                '		return label + ":" + count;', "	}", "}"]

    def package_index(self, package, numbers):
        return [f"package {package};", "", "import app.core.Unit;", "", "/** Makes one object of each class of this package. **/",
                "class Index {", "	public static function make(list:Array<Unit>):Void {",
                *[f"		list.push(new {class_name(k)}());" for k in numbers], "	}", "}"]

    def write(self, out):
        files = {}
        for first in range(0, self.classes, PER_PACKAGE):
            package = package_name(first)
            numbers = range(first, min(first + PER_PACKAGE, self.classes))
            folder = package.replace(".", "/")
            files[f"{folder}/Base.hx"] = self.base(package)
            for k in numbers:
                files[f"{folder}/{class_name(k)}.hx"] = self.unit(k, first)
            files[f"{folder}/Index.hx"] = self.package_index(package, numbers)
        files["app/core/Unit.hx"] = ["package app.core;", "", "/** What Main knows of every object. **/", "interface Unit {",
                                     "	function step(n:Int):Int;", "	function weight():Float;", "	function describe():String;", "}"]
        files["Main.hx"] = self.main_class()
        lines = 0
        for name, text in files.items():
            path = os.path.join(out, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write("\n".join(text) + "\n")
            lines += len(text)
        return len(files), lines

    def main_class(self):
        packages = sorted({package_name(k) for k in range(self.classes)})
        k = self.edited()
        return ["import app.core.Unit;", "", "class Main {", "	static var sum = 0;", "",
                "	static function round(all:Array<Unit>, n:Int):Void {", "		var i = n % 3;", "		while (i < all.length) {",
                "			var u = all[i];", "			sum = (sum * 31 + u.step(n + i)) & 0x3fffffff;", "			if (i % 16 == 0)",
                "				sum = (sum + u.describe().length + Std.int(u.weight())) & 0x3fffffff;", "			i += 3;", "		}",
                f'		Sys.println("round " + n + " sum " + sum + " edit " + {package_name(k)}.{class_name(k)}.{EDITED}());', "	}", "",
                "	static function main() {", "		var args = Sys.args();", "		var rounds = args.length > 0 ? Std.parseInt(args[0]) : 5;",
                "		var pause = args.length > 1 ? Std.parseInt(args[1]) : 0;", "		var all:Array<Unit> = [];",
                *[f"		{p}.Index.make(all);" for p in packages], "		var n = 0;", "		while (rounds == 0 || n < rounds) {",
                "			round(all, n);", "			n++;", "			if (pause > 0)", "				Sys.sleep(pause / 1000);", "		}",
                "	}", "}"]


def edit(out, value):
    """Rewrites the one method in place, as an editor that writes into the file would; returns its file."""
    main = open(os.path.join(out, "Main.hx"), encoding="utf-8").read()
    where = re.search(r"([\w.]+)\." + EDITED + r"\(\)", main)
    if not where:
        raise SystemExit(f"{out} is not a program made by gen_large.py")
    path = os.path.join(out, where.group(1).replace(".", "/") + ".hx")
    text = open(path, encoding="utf-8").read()
    text = re.sub(r"(function " + EDITED + r"\(\):Int \{\n\t\treturn ).*?;", lambda m: f"{m.group(1)}{value};", text)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def main():
    parser = argparse.ArgumentParser(description="Write a large Haxe program.")
    parser.add_argument("out", metavar="OUTDIR")
    parser.add_argument("--classes", type=int, default=400, help="how many (default 400)")
    parser.add_argument("--seed", type=int, default=1, help="another program of the same kind")
    parser.add_argument("--edit", type=int, metavar="K", help="rewrite one method of a program written before")
    options = parser.parse_args()
    if options.edit is not None:
        print(edit(options.out, options.edit))
    else:
        files, lines = Generator(options.classes, options.seed).write(options.out)
        print(f"{options.classes} classes, {files} files, {lines} lines")
    return 0


if __name__ == "__main__":
    sys.exit(main())
