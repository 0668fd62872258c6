/* prim: what prim.def says about each operation, as tables; constants, signatures, positions. */
#include "prim.h"

const char *const prim_text[PRIM_COUNT] = {
#define OP(name, text, operands, result, flags) [PRIM_##name] = text,
#include "prim.def"
#undef OP
};

static const struct {
    signed char operands;
    char result;
} prims[PRIM_COUNT] = {
#define OP(name, text, operands, result, flags) [PRIM_##name] = {operands, result},
#include "prim.def"
#undef OP
};

int prim_operands(Prim op) { return prims[op].operands; }
char prim_result(Prim op) { return prims[op].result; }

/* ---- Constants --------------------------------------------------------------------------------------------------------------------- */

HirConst hir_const_int(i32 value) { return (HirConst){.kind = HIR_CONST_INT, .rep = REP_I32, .int_value = value}; }
HirConst hir_const_bool(bool value) { return (HirConst){.kind = HIR_CONST_INT, .rep = REP_BOOL, .int_value = value}; }
HirConst hir_const_float(double value) { return (HirConst){.kind = HIR_CONST_FLOAT, .rep = REP_F64, .float_value = value}; }

HirConst hir_const_null(Rep rep) {
    switch (rep) {
    case REP_BOOL:
    case REP_I32:
    case REP_I64:
        return (HirConst){.kind = HIR_CONST_INT, .rep = (u8)rep};
    case REP_F64:
        return hir_const_float(0);
    case REP_REF:
    case REP_WORD:
    case REP_PTR:
        return (HirConst){.kind = HIR_CONST_NULL, .rep = (u8)rep};
    case REP_VOID:
    case REP_COUNT:
        break;
    }
    FATAL("no null of representation %d", rep);
}

HirConst hir_const_named(HirConstKind kind, Name name) { return (HirConst){.kind = (u8)kind, .rep = REP_REF, .name = name}; }

HirConst hir_const_hash(Name text) { return (HirConst){.kind = HIR_CONST_HASH, .rep = REP_I32, .name = text}; }

HirConst hir_const_tag(Name enumeration, Name constructor) {
    return (HirConst){.kind = HIR_CONST_TAG, .rep = REP_I32, .name = constructor, .owner = enumeration};
}

/* ---- Signatures -------------------------------------------------------------------------------------------------------------------- */

const FunSig *fun_sig_new(Names *names, Arena *arena, u32 count, const u8 *arg_reps, const TypeTest *arg_tests, const bool *optional,
                          Rep ret, TypeTest ret_test) {
    FunSig *sig = NEW(arena, FunSig);
    sig->count = count;
    sig->arg_reps = arena_copy(arena, arg_reps, count);
    sig->arg_tests = arena_copy(arena, arg_tests, count * sizeof *arg_tests);
    sig->optional = arena_copy(arena, optional, count * sizeof *optional);
    sig->ret_rep = (u8)ret;
    sig->ret_test = ret_test;
    Text text = {0};
    text_char(&text, '(');
    for (u32 i = 0; i < count; i++) {
        if (i) text_char(&text, ',');
        if (optional[i]) text_char(&text, '?');
        text_char(&text, rep_letter((Rep)arg_reps[i]));
        if (arg_tests[i]) text_printf(&text, " %s", arg_tests[i]->text);
    }
    text_char(&text, ')');
    text_char(&text, rep_letter(ret));
    if (ret_test) text_printf(&text, " %s", ret_test->text);
    sig->text = name_of(names, text.at, text.count);
    text_free(&text);
    return sig;
}

/* ---- Positions --------------------------------------------------------------------------------------------------------------------- */

u32 code_pos_token(const Field *field, u32 offset) {
    if (!field || !field->ast || !field->module || !field->module->ast) return NO_TOKEN;
    u32 token = syntax_token_at(field->module->ast, offset);
    TokenRange range = field->ast->tokens;
    return token >= range.first && token < range.end ? token - range.first : NO_TOKEN;
}
