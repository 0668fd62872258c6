/* ops: what ops.def says about each operation, as tables. */
#include "mir.h"

const char *const mir_op_text[MIR_OP_COUNT] = {
#define OP(name, text, operands, result, flags) [MIR_##name] = text,
#include "ops.def"
#undef OP
};

enum { T = 1, G = 2, E = 4, P = 8, TG = T | G, TE = T | E };

static const struct {
    signed char operands;
    char result;
    u8 flags;
} ops[MIR_OP_COUNT] = {
#define OP(name, text, operands, result, flags) [MIR_##name] = {operands, result, flags},
#include "ops.def"
#undef OP
};

int mir_op_operands(MirOp op) { return ops[op].operands; }
char mir_op_result(MirOp op) { return ops[op].result; }
bool mir_op_throws(MirOp op) { return ops[op].flags & T; }
bool mir_op_collects(MirOp op) { return ops[op].flags & G; }
bool mir_op_ends(MirOp op) { return ops[op].flags & E; }
bool mir_op_pure(MirOp op) { return ops[op].flags & P; }

bool mir_op_parse(const char *text, MirOp *op) {
    for (u32 i = 0; i < MIR_OP_COUNT; i++) {
        if (strcmp(mir_op_text[i], text) == 0) {
            *op = (MirOp)i;
            return true;
        }
    }
    return false;
}
