#!/bin/sh
# The demonstration: a program that is edited while it runs. Needs no terminal; works on a copy.
exec python3 "$(dirname "$0")/demo.py" "$@"
