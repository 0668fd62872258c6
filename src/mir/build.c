/* build: making units, functions, locals, blocks and instructions.
 *
 * Everything is allocated in the unit's arena; what vectors outgrow stays there until the unit is freed.
 */
#include "mir.h"

static MirUnit *unit_in(Arena *arena, Field *field) {
    MirUnit *unit = NEW(arena, MirUnit);
    unit->arena = arena;
    unit->field = field;
    return unit;
}

MirUnit *mir_unit_new(Field *field) { return unit_in(arena_new("mir"), field); }

MirUnit *mir_unit_of(HirUnit *trees) {
    MirUnit *unit = unit_in(trees->kept, trees->field);
    unit->reads = trees->reads;
    trees->kept = NULL;
    trees->reads = (ReadSet){0};
    return unit;
}

void mir_unit_free(MirUnit *unit) {
    if (!unit) return;
    reads_free(&unit->reads);
    arena_free(unit->arena);
}

MirFunc *mir_func_new(MirUnit *unit, Name name, Rep ret) {
    MirFunc *func = NEW(unit->arena, MirFunc);
    func->unit = unit;
    func->name = name;
    func->ret_rep = (u8)ret;
    vec_push(unit->arena, &unit->funcs, func);
    return func;
}

/* The ordinal tells variables of one name apart, as a shadowing one from the shadowed. */
u32 mir_add_local(MirFunc *func, Name name, Rep rep, LocalKind kind, Name type) {
    MirLocal local = {.name = name, .rep = (u8)rep, .kind = (u8)kind, .type = type};
    if (kind == LOCAL_VAR || kind == LOCAL_ARG) {
        for (u32 i = func->locals.count; i-- > 0;) {
            const MirLocal *other = &func->locals.at[i];
            if (other->name == name && (other->kind == LOCAL_VAR || other->kind == LOCAL_ARG)) {
                local.ordinal = other->ordinal + 1;
                break;
            }
        }
    }
    vec_push(func->unit->arena, &func->locals, local);
    return func->locals.count - 1;
}

u32 mir_add_block(MirFunc *func, u32 handler) {
    vec_push(func->unit->arena, &func->blocks, (MirBlock){.handler = handler});
    return func->blocks.count - 1;
}

/* ---- Operands ---------------------------------------------------------------------------------------------------------------------- */

MirOperand mir_local(const MirFunc *func, u32 local) {
    return (MirOperand){.kind = MIR_LOCAL, .rep = func->locals.at[local].rep, .local = local};
}
MirOperand mir_constant(HirConst constant) {
    MirOperand operand = {.kind = constant.kind, .rep = constant.rep, .owner = constant.owner};
    switch ((HirConstKind)constant.kind) {
    case HIR_CONST_INT:
        operand.int_value = constant.int_value;
        break;
    case HIR_CONST_FLOAT:
        operand.float_value = constant.float_value;
        break;
    case HIR_CONST_NULL:
    case HIR_CONST_STRING:
    case HIR_CONST_NAME:
    case HIR_CONST_CLASS:
    case HIR_CONST_HASH:
    case HIR_CONST_TAG:
        operand.name = constant.name;
        break;
    }
    return operand;
}

MirOperand mir_int(i32 value) { return mir_constant(hir_const_int(value)); }
MirOperand mir_null(Rep rep) { return mir_constant(hir_const_null(rep)); }

/* ---- Instructions ------------------------------------------------------------------------------------------------------------------ */

u32 mir_begin_block(MirBuilder *builder) { return mir_add_block(builder->func, builder->handler); }

void mir_start(MirBuilder *builder, u32 block) {
    ASSERT(!builder->open);
    builder->block = block;
    builder->open = true;
    builder->func->blocks.at[block].order = ++builder->started;
}

MirInstr *mir_emit(MirBuilder *builder, MirOp op, Rep rep, u32 dst, u32 count, const MirOperand *args) {
    Arena *arena = builder->func->unit->arena;
    if (!builder->open) mir_start(builder, mir_begin_block(builder));
    MirInstr instr = {.op = (u8)op, .rep = (u8)rep, .dst = dst, .count = count, .pos = builder->pos};
    if (count) instr.args = arena_copy(arena, args, count * sizeof *args);
    MirBlock *block = &builder->func->blocks.at[builder->block];
    vec_push(arena, &block->instrs, instr);
    if (mir_op_ends(op)) builder->open = false;
    return &vec_last(&block->instrs);
}

void mir_jump(MirBuilder *builder, u32 target) {
    if (!builder->open) return;
    MirInstr *instr = mir_emit(builder, MIR_JUMP, REP_VOID, MIR_NO_LOCAL, 0, NULL);
    instr->target_count = 1;
    instr->targets = arena_copy(builder->func->unit->arena, &target, sizeof target);
}

void mir_branch(MirBuilder *builder, MirOperand condition, u32 if_true, u32 if_false) {
    if (!builder->open) return;
    MirInstr *instr = mir_emit(builder, MIR_BRANCH, REP_VOID, MIR_NO_LOCAL, 1, &condition);
    instr->target_count = 2;
    instr->targets = arena_copy(builder->func->unit->arena, (u32[]){if_true, if_false}, 2 * sizeof(u32));
}

void mir_move(MirBuilder *builder, u32 dst, MirOperand value) { mir_emit(builder, MIR_MOVE, REP_VOID, dst, 1, &value); }
