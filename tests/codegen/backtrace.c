/* Two Haxe functions call one another and then see_int, where the debugger stops. */
#include "harness.h"

int main(void) {
    World *w = world_new();
    compile(w, CODEGEN_FAST,
            "func pack.Inner.method(a: i32) -> void {\n@0:\n    call_rt test_see(a)\n    return\n}\n"
            "func pack.Outer.method(a: i32) -> void {\n@0:\n    call pack.Inner.method(a)\n    return\n}\n");
    CALL(w, "pack.Outer.method", void, (i32), 5);
    printf("%d\n", (int)getpid());
    world_free(w);
    return 0;
}
