/* zip: deflate and its reverse, by zlib: haxe.zip.Compress and Uncompress. */
#include "anon.h"
#include "bytes.h"

#include <zlib.h>

typedef struct RtZip {
    AbiObject object;
    z_stream *stream; /* NULL: closed */
    bool inflates;
} RtZip;

void molt_zip_close(RtZip *zip) {
    z_stream *stream = zip->stream;
    zip->stream = NULL;
    if (!stream) return;
    if (zip->inflates) inflateEnd(stream);
    else deflateEnd(stream);
    free(stream);
}

static void finalise(AbiObject *object) { molt_zip_close((RtZip *)object); }

void zip_init(MoltVm *vm) {
    RtClassSpec spec = {.name = rt_intern(vm, "`zip", 4), .kind = KIND_NATIVE, .size = sizeof(RtZip), .finalise = finalise};
    vm->anon->zip = rt_class_new(vm, &spec);
}

/* `parameter`: the level of compression, or the bits of the window. */
RtZip *molt_zip_new(bool inflates, i32 parameter) {
    RtZip *zip = (RtZip *)rt_alloc_native(rt_this_vm()->anon->zip);
    z_stream *stream = base_alloc(sizeof *stream);
    int status = inflates ? inflateInit2(stream, parameter) : deflateInit(stream, parameter);
    if (status != Z_OK) {
        free(stream);
        rt_throw_text("Cannot begin to %s (%d)", inflates ? "decompress" : "compress", parameter);
    }
    zip->stream = stream;
    zip->inflates = inflates;
    return zip;
}

/* At most so many bytes come out of so many. */
i32 molt_zip_bound(RtZip *zip, i32 count) {
    if (!zip->stream) rt_throw_text("The stream is closed");
    return (i32)deflateBound(zip->stream, (uLong)count);
}

/* From `from` at counts[0] on into `into` at counts[1] on, as far as both go; counts become how much was read and written. true: that
 * was the end. */
bool molt_zip_run(RtZip *zip, AbiBuffer *from, AbiBuffer *into, AbiArray *counts, i32 flush) {
    static const int modes[] = {Z_NO_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH, Z_BLOCK};
    non_null(counts);
    if (counts->length != 2 || counts->elem != ELEM_I32 || flush < 0 || flush >= (i32)LEN(modes)) rt_throw_text("Wrong use of a stream");
    i32 *places = counts->data;
    bytes_check(non_null(from), places[0], 0);
    bytes_check(non_null(into), places[1], 0);
    z_stream *stream = zip->stream;
    if (!stream) rt_throw_text("The stream is closed");
    stream->next_in = from->data + places[0];
    stream->avail_in = from->bytes - (u32)places[0];
    stream->next_out = into->data + places[1];
    stream->avail_out = into->bytes - (u32)places[1];
    int status = zip->inflates ? inflate(stream, modes[flush]) : deflate(stream, modes[flush]);
    if (status < 0 && status != Z_BUF_ERROR) rt_throw_text("%s", stream->msg ? stream->msg : "The compressed data are wrong");
    if (status == Z_NEED_DICT) rt_throw_text("The compressed data need a dictionary");
    places[0] = (i32)(from->bytes - (u32)places[0] - stream->avail_in);
    places[1] = (i32)(into->bytes - (u32)places[1] - stream->avail_out);
    return status == Z_STREAM_END;
}
