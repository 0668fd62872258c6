#!/bin/sh
# Builds bench/codegen.c against the archives of $BUILD (default build) and runs it. Arguments are passed on.
cd "$(dirname "$0")/.." || exit 1
BUILD=${BUILD:-build}
make --no-print-directory BUILD="$BUILD" lib-base lib-source lib-syntax lib-typer lib-hir lib-mir lib-abi lib-codegen >&2 || exit 1
flags=$(sed -n 's/^DEP_CFLAGS := //p' "$BUILD/config.mk")
libs=$(sed -n 's/^DEP_LIBS := //p' "$BUILD/config.mk")
archives=
for folder in codegen abi mir hir typer syntax source base; do archives="$archives $BUILD/$folder.a"; done
# shellcheck disable=SC2086
gcc -std=gnu11 -O2 -D_GNU_SOURCE -rdynamic $flags bench/codegen.c $archives $libs -lpthread -ldl -lm -o "$BUILD/bench_codegen" || exit 1
exec "$BUILD/bench_codegen" "$@"
