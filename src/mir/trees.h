/* trees: what trees.c (values) and trees_control.c (control flow) share. See trees.c. */
#ifndef MOLT_MIR_TREES_H
#define MOLT_MIR_TREES_H

#include "mir.h"

typedef struct TreeLowering {
    const HirFunc *hir;
    MirFunc *func;
    Arena *arena; /* the unit's */
    MirBuilder b;
    VEC(u32) scope;   /* locals that are declared here, arguments first; what a loop's poll carries over */
    VEC(u32) nonnull; /* locals that were checked earlier in the present block and not assigned since */
    VEC(const HirVar *) vars; /* of each local; NULL: none */
    VEC(u32) pending; /* number of hidden locals so far of each loop */
    u32 loop;         /* the innermost, or UINT32_MAX */
} TreeLowering;

MirOperand tree_value(TreeLowering *e, Hir *h);       /* VOID: an operand that must not be used */
void tree_effect(TreeLowering *e, Hir *h);            /* the value is dropped */
void tree_into(TreeLowering *e, Hir *h, u32 dst);     /* MIR_NO_LOCAL: dropped */
void tree_condition(TreeLowering *e, Hir *h, u32 if_true, u32 if_false);
u32 tree_temp(TreeLowering *e, Rep rep);
u32 tree_local(TreeLowering *e, HirVar *var); /* the variable's local, made when it is asked for first */
void tree_assigned(TreeLowering *e, u32 local); /* what was known about the local's value is void */
void tree_start(TreeLowering *e, u32 block);    /* nothing is known at a block's beginning */

/* trees_control.c */
void tree_if(TreeLowering *e, Hir *h, u32 dst);
void tree_loop(TreeLowering *e, Hir *h);
void tree_label(TreeLowering *e, Hir *h, u32 dst);
void tree_leave(TreeLowering *e, Hir *h);
void tree_arms(TreeLowering *e, Hir *h, u32 dst);
void tree_switch(TreeLowering *e, Hir *h, u32 dst);
void tree_try(TreeLowering *e, Hir *h, u32 dst);

#endif
