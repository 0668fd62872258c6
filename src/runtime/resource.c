/* resource: files that the program carries with it: haxe.Resource. */
#include "bytes.h"

AbiArray *molt_resource_names(void) {
    const RtOptions *options = &rt_this_vm()->options;
    AbiArray *names = array_new(ELEM_WORD, 0);
    for (u32 i = 0; i < options->resource_count; i++) array_push_ref(names, rt_string_lit(options->resources[i].name));
    return names;
}

/* A copy; null: there is none of that name. */
AbiBuffer *molt_resource_bytes(AbiString *name) {
    const RtOptions *options = &rt_this_vm()->options;
    for (u32 i = 0; name && i < options->resource_count; i++) {
        const RtResource *resource = &options->resources[i];
        if (!molt_string_eq(rt_string_lit(resource->name), name)) continue;
        AbiBuffer *bytes = molt_bytes_new((i32)resource->count);
        memcpy(bytes->data, resource->bytes, resource->count);
        return bytes;
    }
    return NULL;
}
