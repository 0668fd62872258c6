/* emit: what emit.c (values) and emit_control.c (control flow) share. See emit.c. */
#ifndef MOLT_HIR_EMIT_H
#define MOLT_HIR_EMIT_H

#include "tree.h"

typedef struct Emitter {
    const HirFunc *hir;
    MirFunc *func;
    Arena *arena; /* the unit's */
    MirBuilder b;
    VEC(u32) scope;   /* locals that are declared here, arguments first; what a loop's poll carries over */
    VEC(u32) nonnull; /* locals that were checked earlier in the present block and not assigned since */
    VEC(const HirVar *) vars; /* of each local; NULL: none */
    VEC(u32) pending; /* number of hidden locals so far of each loop */
    u32 loop;         /* the innermost, or UINT32_MAX */
} Emitter;

MirOperand hir_emit_value(Emitter *e, Hir *h);       /* VOID: an operand that must not be used */
void hir_emit_effect(Emitter *e, Hir *h);            /* the value is dropped */
void hir_emit_into(Emitter *e, Hir *h, u32 dst);     /* MIR_NO_LOCAL: dropped */
void hir_emit_condition(Emitter *e, Hir *h, u32 if_true, u32 if_false);
u32 hir_emit_temp(Emitter *e, Rep rep);
u32 hir_emit_local(Emitter *e, HirVar *var); /* the variable's local, made when it is asked for first */
void hir_emit_assigned(Emitter *e, u32 local); /* what was known about the local's value is void */
void hir_emit_start(Emitter *e, u32 block);    /* nothing is known at a block's beginning */

/* emit_control.c */
void hir_emit_if(Emitter *e, Hir *h, u32 dst);
void hir_emit_loop(Emitter *e, Hir *h);
void hir_emit_label(Emitter *e, Hir *h, u32 dst);
void hir_emit_leave(Emitter *e, Hir *h);
void hir_emit_arms(Emitter *e, Hir *h, u32 dst);
void hir_emit_switch(Emitter *e, Hir *h, u32 dst);
void hir_emit_try(Emitter *e, Hir *h, u32 dst);

#endif
