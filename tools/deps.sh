#!/bin/bash
# Looks after the packages listed in deps.txt.
#   tools/deps.sh check build|test   fails and names what is missing for it (test includes build)
#   tools/deps.sh install            installs what is missing, unattended
#   tools/deps.sh config             prints compile and link flags as make variables
set -u
cd "$(dirname "$0")/.." || exit 1

present() { # KIND NAME
    case $1 in
    command) command -v "$2" >/dev/null ;;
    pkg) command -v pkg-config >/dev/null && pkg-config --exists "$2" ;;
    # llvm-config comes in a package of its own, so the headers are looked for as well.
    llvm) command -v "$2" >/dev/null && [ -e "$("$2" --includedir)/llvm-c/Core.h" ] ;;
    *) echo "deps.txt: unknown check '$1'" >&2; exit 2 ;;
    esac
}

# Lines "package use kind name" of deps.txt.
entries() { grep -v '^[[:space:]]*\(#\|$\)' deps.txt; }

missing() { # USE
    entries | while read -r package use kind name; do
        [ "$1" = build ] && [ "$use" = test ] && continue
        present "$kind" "$name" || echo "$package"
    done
}

case ${1-} in
check)
    absent=$(missing "${2-build}" | tr '\n' ' ')
    [ -z "$absent" ] && exit 0
    echo "Missing Debian packages: $absent" >&2
    echo "Install them with:  make deps" >&2
    exit 1
    ;;
install)
    absent=$(missing test | tr '\n' ' ')
    [ -z "$absent" ] && exit 0
    echo "Installing: $absent"
    as_root=()
    if [ "$(id -u)" -ne 0 ]; then as_root=(sudo -n); fi
    export DEBIAN_FRONTEND=noninteractive
    apt() {
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -y -q \
            -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 "$@" </dev/null
    }
    # An update that fails in part may still have brought what is needed; the installation decides.
    apt update || echo "apt-get update failed; going on with the lists at hand" >&2
    # shellcheck disable=SC2086  # a list of words
    apt install --no-install-recommends $absent || exit 1
    exec "$0" check test
    ;;
config)
    build=$(entries | awk '$2 == "build" && $3 == "pkg" { print $4 }')
    test=$(entries | awk '$2 == "test" && $3 == "pkg" { print $4 }')
    llvm=$(entries | awk '$3 == "llvm" { print $4 }')
    # The command links LLVM itself: loading the shared library takes longer than compiling a small program. Where that cannot be done
    # (a package without archives, or without the C++ library's), and for the tests, the shared one serves.
    static_llvm() {
        local parts
        parts=$($llvm --link-static --libs x86 passes 2>/dev/null) || return 1
        for cpp in "-Wl,-Bstatic -lstdc++ -Wl,-Bdynamic" -l:libstdc++.so.6; do
            local flags="-no-pie -Wl,--gc-sections -L$($llvm --libdir) -Wl,--start-group $parts -Wl,--end-group -Wl,--as-needed $cpp -l:libz.so.1 -l:libzstd.so.1 -l:libtinfo.so.6"
            # shellcheck disable=SC2086  # a list of words
            printf 'int LLVMRunPasses(void);\nint main(void) { return LLVMRunPasses(); }\n' |
                ${CC:-gcc} -x c - -x none -o /dev/null $flags -lm 2>/dev/null && echo "$flags" && return
        done
        return 1
    }
    # As system headers: their warnings are not ours to mend.
    echo "DEP_CFLAGS := -isystem $($llvm --includedir) $(pkg-config --cflags $build)"
    shared_llvm="-L$($llvm --libdir) $($llvm --link-shared --libs)"
    echo "DEP_LIBS := $shared_llvm $(pkg-config --libs $build)"
    echo "MOLT_LIBS := $(static_llvm || echo "$shared_llvm") $(pkg-config --libs $build)"
    if [ -n "$test" ] && pkg-config --exists $test; then
        echo "TEST_CFLAGS := $(pkg-config --cflags $test)"
        echo "TEST_LIBS := $(pkg-config --libs $test)"
    fi
    ;;
*)
    sed -n '2,5s/^# \{0,1\}//p' "$0" >&2
    exit 2
    ;;
esac
