#!/usr/bin/env python3
"""Writes random expressions, one a line, all of Haxe 4.2 (what the installed official compiler reads).

    generate.py SEED COUNT [--broken]     --broken also drops, doubles and swaps tokens, so that many lines are refused
"""
import random
import re
import sys

seed, count = int(sys.argv[1]), int(sys.argv[2])
broken = "--broken" in sys.argv
rand = random.Random(seed)
pick = rand.choice

BINARY = ["+", "-", "*", "/", "%", "<<", ">>", ">>>", "|", "&", "^", "==", "!=", "<", "<=", ">", ">=", "&&", "||", "...", "=>", "=",
          "+=", "-=", "*=", "/=", "%=", "<<=", ">>=", ">>>=", "|=", "&=", "^=", "&&=", "||="]
PREFIX = ["-", "!", "~", "++", "--"]
NAMES = ["a", "b", "c", "x", "foo", "_", "Foo", "this", "super"]
CONSTANTS = ["1", "0", "2.5", ".5", "0xFF", "1e3", '"s"', "'t'", '"a\\nb"', "'x$y'", "'${a + 1}'", "~/a[b]\\d/gi", "null", "true", "false"]


def some(make, most=3, least=0):
    return [make() for _ in range(rand.randint(least, most))]


def type_(depth):
    if depth <= 0 or rand.random() < 0.4:
        return pick(["Int", "String", "a.b.C", "Foo.Bar", "Dynamic", "Array<Int>", "Map<String, Array<Int>>", "Foo<\"x\">", "Foo<1>"])
    kind = rand.randrange(10)
    if kind == 0:
        return f"{type_(depth - 1)} -> {type_(depth - 1)}"
    if kind == 1:
        return f"({type_(depth - 1)})"
    if kind == 2:
        args = [pick(["", "?"]) + pick(["", "n:"]) + type_(depth - 1).lstrip("?") for _ in range(rand.randint(0, 3))]
        return f"({', '.join(args)}) -> {pick(['Void', 'Int', '{a:Int}'])}"
    if kind == 3:
        return "{" + ", ".join(pick(["", "?"]) + f"{name}:{type_(depth - 1)}" for name in "pq"[:rand.randint(0, 2)]) + "}"
    if kind == 4:
        return f"{type_(depth - 1)} & {type_(depth - 1)}"
    if kind == 5:
        return f"Null<{type_(depth - 1)}>"
    if kind == 6:
        return "{ > Base, z:Int }"
    if kind == 7:
        return "{ var v:Int; function f(a:Int):Void; }"
    if kind == 8:
        return f"?Null<{type_(depth - 1)}>"
    return f"Foo<{type_(depth - 1)}, [1, 2]>"


def hint(depth):
    return ":" + type_(depth) if rand.random() < 0.5 else ""


def argument(depth):
    return pick(["", "", "?"]) + pick(["a", "b", "c"]) + hint(depth) + (f" = {pick(CONSTANTS)}" if rand.random() < 0.2 else "")


def block(depth):
    statements = some(lambda: expr(depth - 1), 3)
    return "{ " + "".join(f"{s}; " for s in statements) + "}"


def branch(depth):
    return block(depth) if rand.random() < 0.4 else expr(depth - 1)


def case(depth):
    patterns = ", ".join(pick([expr(depth - 2), "var v", "_", "Foo(x, _)", "1 | 2", "{a: 1, b: q}", "[a, b]"]) for _ in range(rand.randint(1, 2)))
    guard = f" if ({expr(depth - 1)})" if rand.random() < 0.3 else ""
    return f"case {patterns}{guard}: " + "".join(f"{s}; " for s in some(lambda: expr(depth - 1), 2))


def primary(depth):
    if depth <= 0 or rand.random() < 0.35:
        return pick(NAMES + CONSTANTS)
    d = depth - 1
    kind = rand.randrange(34)
    if kind < 3:
        return f"({expr(d)})"
    if kind < 6:
        return f"{primary(d)}.{pick(['f', 'g', 'new', 'macro', 'extern'])}"
    if kind < 9:
        return f"{primary(d)}({', '.join(some(lambda: expr(d)))})"
    if kind == 9:
        return f"{primary(d)}[{expr(d)}]"
    if kind == 10:
        return f"[{', '.join(some(lambda: expr(d)))}{pick(['', ','])}]" if rand.random() < 0.7 else f"[for (i in {expr(d)}) {expr(d)}]"
    if kind == 11:
        return "{" + ", ".join(f"{key}: {expr(d)}" for key in ["a", '"b"', "c"][:rand.randint(1, 3)]) + pick(["", ","]) + "}"
    if kind == 12:
        return f"new {pick(['Foo', 'a.b.C', 'Map<Int, String>'])}({', '.join(some(lambda: expr(d)))})"
    if kind == 13:
        return f"cast({expr(d)}, {type_(d)})"
    if kind == 14:
        return f"cast {expr(d)}"
    if kind == 15:
        return f"({expr(d)} : {type_(d)})"
    if kind == 16:
        return f"function({', '.join(some(lambda: argument(d)))}){hint(1)} {branch(d)}"
    if kind == 17:
        return f"function name<T>({', '.join(some(lambda: argument(d)))}){hint(1)} {branch(d)}"
    if kind == 18:
        return f"({', '.join(some(lambda: argument(d)))}) -> {branch(d)}"
    if kind == 19:
        return f"{pick(['a', 'b', '_'])} -> {branch(d)}"
    if kind == 20:
        return f"if ({expr(d)}) {branch(d)}" + (f"{pick(['', ';'])} else {branch(d)}" if rand.random() < 0.6 else "")
    if kind == 21:
        return f"for ({pick(['i in ', 'k => v in '])}({expr(d)})) {branch(d)}"
    if kind == 22:
        return f"while ({expr(d)}) {branch(d)}" if rand.random() < 0.6 else f"do {branch(d)} while ({expr(d)})"
    if kind == 23:
        default = f"default: {expr(d)}; " if rand.random() < 0.5 else ""
        return f"switch {expr(d)} {{ {' '.join(some(lambda: case(d), 2))} {default}}}"
    if kind == 24:
        return f"try {branch(d)}" + "".join(some(lambda: f" catch (e{hint(1)}) {branch(d)}", 2, 1))
    if kind == 25:
        return f"{pick(['return', 'throw', 'untyped'])} {expr(d)}"
    if kind == 26:
        return pick(["return", "break", "continue"])
    if kind == 27:
        return f"@{pick(['m', ':m', ':m(1)', ':a.b(x)'])} {expr(d)}"
    if kind == 28:
        return f"var {pick(['a', 'b'])}{hint(1)}" + (f" = {expr(d)}" if rand.random() < 0.7 else "")
    if kind == 29:
        return f"inline {expr(d)}"
    if kind == 30:
        return f"{primary(d)}{pick(['++', '--'])}"
    if kind == 31:
        return f"{expr(d)} is {type_(1)}"
    if kind == 32:
        return block(d)
    return f"$v{{{expr(d)}}}"


def expr(depth):
    if depth <= 0:
        return primary(0)
    kind = rand.randrange(20)
    if kind < 8:
        operator = pick(BINARY)
        # 4.3 reads a conditional expression right of => as a whole, 4.2 did not.
        text = f"{primary(depth - 1)} {operator} {expr(depth - 1)}"
        return text if operator != "=>" else f"[{primary(depth - 1)} => ({expr(depth - 1)})]"
    if kind < 10:
        return f"{pick(PREFIX)}{primary(depth - 1)}"
    if kind == 10:
        return f"{expr(depth - 1)} ? {expr(depth - 1)} : {expr(depth - 1)}"
    if kind == 11:
        return f"{primary(depth - 1)} in {expr(depth - 1)}"
    return primary(depth)


TOKEN = re.compile(r"""\s+|"[^"]*"|'[^']*'|~/[^/]*/\w*|@:?[\w.]+|\$\w*|\w+|>>>=|>>=|<<=|&&=|\|\|=|\.\.\.|[-+*/%|&^=!<>]=|[-=]>|&&|\|\||\+\+|--|<<|.""")


def damage(text):
    tokens = TOKEN.findall(text)
    for _ in range(rand.randint(1, 2)):
        if not tokens:
            break
        at = rand.randrange(len(tokens))
        # Braces that do not match would end the line's block for one of the two parsers only.
        if tokens[at].strip() in ("", "{", "}"):
            continue
        action = rand.randrange(3)
        if action == 0:
            del tokens[at]
        elif action == 1:
            tokens.insert(at, tokens[at])
        else:
            other = rand.randrange(len(tokens))
            if tokens[other].strip() not in ("", "{", "}"):
                tokens[at], tokens[other] = tokens[other], tokens[at]
    return "".join(tokens)


for _ in range(count):
    line = expr(rand.randint(1, 5))
    if broken and rand.random() < 0.6:
        line = damage(line)
    # 4.2 crashes on `(?` without a name behind it, knows no `??` and no comma before `)`, reads `a => b ? c : d` differently and takes
    # `var a(…)` for a call; `macro` yields a tree of a tree.
    differs = r"\(\s*\?\s*[^\sa-z]|\?\?|,\s*\)|=>.*\?|var \w*\s*\(|\bmacro\s+\S"
    print("null" if not line.strip() or (broken and re.search(differs, line)) else line)
