/* print: a function as text. The grammar is told in mir.h; read.c reads it back. */
#include "mir.h"

typedef struct Printer {
    Text *out;
    const MirFunc *func;
    u32 *number; /* of each local: of temporaries number + 1, 0 until they appear; of others which one of that name it is, from 1 */
    u32 temps;
} Printer;

static bool is_plain(const char *text, u32 length) {
    if (length == 0 || (text[0] >= '0' && text[0] <= '9')) return false;
    for (u32 i = 0; i < length; i++) {
        char c = text[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter && !(c >= '0' && c <= '9') && !strchr("_$.`/", c)) return false;
        if (c == '/' && i + 1 < length && text[i + 1] == '/') return false;
    }
    return true;
}

static void print_symbol(Text *out, Name name) {
    if (is_plain(name->text, name->length)) text_str(out, name->text);
    else text_quoted(out, name->text, name->length);
}

static u32 *number_locals(const MirFunc *func) {
    u32 *number = base_alloc((func->locals.count + 1) * sizeof *number);
    Map seen = {0};
    for (u32 i = 0; i < func->locals.count; i++) {
        const MirLocal *local = &func->locals.at[i];
        if (local->kind == LOCAL_TEMP) continue;
        number[i] = (u32)(uintptr_t)map_get_name(&seen, local->name) + 1;
        map_set_name(&seen, local->name, (void *)(uintptr_t)number[i]);
    }
    map_free(&seen);
    return number;
}

static void print_local(Printer *p, u32 index, bool assigned) {
    const MirLocal *local = &p->func->locals.at[index];
    if (local->kind == LOCAL_TEMP) {
        bool is_new = !p->number[index];
        if (is_new) p->number[index] = ++p->temps;
        text_printf(p->out, "%%%u", p->number[index] - 1);
        if (is_new && !assigned) text_printf(p->out, ":%s", rep_text((Rep)local->rep));
        return;
    }
    print_symbol(p->out, local->name);
    if (p->number[index] > 1) text_printf(p->out, "'%u", p->number[index]);
}

/* The fewest digits that read back as the same number. */
static void print_float(Text *out, double value) {
    if (value != value || value - value != 0) {
        text_printf(out, "float(%s)", value != value ? "nan" : value > 0 ? "inf" : "-inf");
        return;
    }
    char digits[40];
    for (int precision = 15; precision <= 17; precision++) {
        snprintf(digits, sizeof digits, "%.*g", precision, value);
        if (strtod(digits, NULL) == value) break;
    }
    text_str(out, digits);
    if (!strpbrk(digits, ".e")) text_str(out, ".0");
}

static void print_operand(Printer *p, const MirOperand *operand) {
    Text *out = p->out;
    switch ((MirOperandKind)operand->kind) {
    case MIR_LOCAL:
        print_local(p, operand->local, false);
        break;
    case MIR_CONST_INT:
        if (operand->rep == REP_BOOL) text_str(out, operand->int_value ? "true" : "false");
        else text_printf(out, "%lld%s", (long long)operand->int_value, operand->rep == REP_I64 ? "l" : "");
        break;
    case MIR_CONST_FLOAT:
        print_float(out, operand->float_value);
        break;
    case MIR_CONST_NULL:
        text_str(out, "null");
        if (operand->rep != REP_REF) text_printf(out, ":%s", rep_text((Rep)operand->rep));
        break;
    case MIR_CONST_STRING:
        text_quoted(out, operand->name->text, operand->name->length);
        break;
    case MIR_CONST_NAME:
        text_str(out, "name(");
        text_quoted(out, operand->name->text, operand->name->length);
        text_char(out, ')');
        break;
    case MIR_CONST_HASH:
        text_str(out, "hash(");
        text_quoted(out, operand->name->text, operand->name->length);
        text_char(out, ')');
        break;
    case MIR_CONST_CLASS:
        text_str(out, "class(");
        print_symbol(out, operand->name);
        text_char(out, ')');
        break;
    case MIR_CONST_TAG:
        text_str(out, "tag(");
        print_symbol(out, operand->owner);
        text_str(out, "::");
        print_symbol(out, operand->name);
        text_char(out, ')');
        break;
    }
}

static void print_instr(Printer *p, const MirInstr *instr) {
    Text *out = p->out;
    text_indent(out, 1);
    if (instr->dst != MIR_NO_LOCAL) {
        print_local(p, instr->dst, true);
        text_str(out, " = ");
    }
    text_str(out, mir_op_text[instr->op]);
    if (instr->rep != REP_VOID) text_printf(out, ":%s", rep_text((Rep)instr->rep));
    if (instr->owner) {
        text_char(out, ' ');
        print_symbol(out, instr->owner);
        if (instr->member) {
            text_str(out, "::");
            print_symbol(out, instr->member);
        }
    }
    if (instr->count || instr->owner) {
        text_char(out, '(');
        for (u32 i = 0; i < instr->count; i++) {
            if (i) text_str(out, ", ");
            print_operand(p, &instr->args[i]);
        }
        text_char(out, ')');
    }
    if (instr->test) {
        text_str(out, " is ");
        print_symbol(out, instr->test);
    }
    if (instr->sig) {
        text_str(out, " sig ");
        text_quoted(out, instr->sig->text->text, instr->sig->text->length);
    }
    if (instr->op == MIR_POLL || instr->op == MIR_LOAD_CAPTURE) text_printf(out, " #%u", instr->number);
    for (u32 i = 0; i < instr->target_count; i++) text_printf(out, "%s@%u", i ? ", " : " -> ", instr->targets[i]);
    text_char(out, '\n');
}

static void print_type(Text *out, Rep rep, bool is_cell, Name type) {
    text_printf(out, ": %s%s", is_cell ? "cell " : "", rep_text(rep));
    if (!type) return;
    text_char(out, ' ');
    text_quoted(out, type->text, type->length);
}

static void print_header(Printer *p) {
    const MirFunc *func = p->func;
    Text *out = p->out;
    text_str(out, "func ");
    print_symbol(out, func->name);
    text_char(out, '(');
    for (u32 i = 0; i < func->arg_count; i++) {
        if (i) text_str(out, ", ");
        print_local(p, i, true);
        print_type(out, (Rep)func->locals.at[i].rep, func->locals.at[i].is_cell, func->locals.at[i].type);
    }
    text_printf(out, ") -> %s {\n", rep_text((Rep)func->ret_rep));
    if (func->is_closure) text_str(out, "    closure\n");
    if (func->sig) {
        text_str(out, "    sig ");
        text_quoted(out, func->sig->text->text, func->sig->text->length);
        text_char(out, '\n');
    }
    for (u32 i = 0; i < func->captures.count; i++) {
        const Capture *capture = &func->captures.at[i];
        text_str(out, "    capture ");
        print_symbol(out, capture->name);
        print_type(out, (Rep)capture->rep, capture->is_cell, capture->type);
        text_char(out, '\n');
    }
    for (u32 i = func->arg_count; i < func->locals.count; i++) {
        const MirLocal *local = &func->locals.at[i];
        if (local->kind == LOCAL_TEMP) continue;
        text_str(out, local->kind == LOCAL_HIDDEN ? "    hidden " : "    var ");
        print_local(p, i, true);
        print_type(out, (Rep)local->rep, local->is_cell, local->type);
        if (local->kind == LOCAL_HIDDEN) text_printf(out, " of %u %u", local->loop, local->ordinal);
        text_char(out, '\n');
    }
    for (u32 i = 0; i < func->loops.count; i++) {
        const MirLoop *loop = &func->loops.at[i];
        text_printf(out, "    loop %u", i);
        if (loop->parent != UINT32_MAX) text_printf(out, " in %u", loop->parent);
        text_str(out, " (");
        for (u32 k = 0; k < loop->scope_count; k++) {
            if (k) text_str(out, ", ");
            print_local(p, loop->in_scope[k], true);
        }
        text_str(out, ")\n");
    }
    for (u32 i = 0; i < func->handlers.count; i++) {
        const MirHandler *handler = &func->handlers.at[i];
        text_printf(out, "    handler %u", i);
        if (handler->parent != MIR_NO_HANDLER) text_printf(out, " in %u", handler->parent);
        text_str(out, " {");
        for (u32 k = 0; k < handler->count; k++) {
            text_str(out, k ? ", " : " ");
            print_symbol(out, handler->catches[k].test);
            text_char(out, ' ');
            print_local(p, handler->catches[k].dst, true);
            text_printf(out, " -> @%u", handler->catches[k].target);
        }
        text_str(out, " }\n");
    }
}

void mir_print(Text *out, const MirFunc *func) {
    Printer p = {.out = out, .func = func, .number = number_locals(func)};
    print_header(&p);
    for (u32 i = 0; i < func->blocks.count; i++) {
        const MirBlock *block = &func->blocks.at[i];
        text_printf(out, "@%u:", i);
        if (block->handler != MIR_NO_HANDLER) text_printf(out, " on %u", block->handler);
        text_char(out, '\n');
        for (u32 k = 0; k < block->instrs.count; k++) print_instr(&p, &block->instrs.at[k]);
    }
    text_str(out, "}\n");
    free(p.number);
}
