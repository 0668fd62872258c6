/* entry: the cold side of a function's entry check.
 *
 * Generated functions begin with `cmp %fs:limit, %rsp; jae body; call check`: no register is saved yet and all arguments are in their
 * registers. Saves those, calls molt_rt_entry_slow (stack overflow throws there, a stop waits), restores, returns into the function.
 * The collector sees the arguments: they are on the stack by then.
 */
    .text
    .globl molt_entry_check
    .type molt_entry_check, @function
molt_entry_check:
    .cfi_startproc
    pushq %rbp
    .cfi_def_cfa_offset 16
    .cfi_offset %rbp, -16
    movq %rsp, %rbp
    .cfi_def_cfa_register %rbp
    andq $-16, %rsp
    subq $112, %rsp
    movq %rdi, (%rsp)
    movq %rsi, 8(%rsp)
    movq %rdx, 16(%rsp)
    movq %rcx, 24(%rsp)
    movq %r8, 32(%rsp)
    movq %r9, 40(%rsp)
    movsd %xmm0, 48(%rsp)
    movsd %xmm1, 56(%rsp)
    movsd %xmm2, 64(%rsp)
    movsd %xmm3, 72(%rsp)
    movsd %xmm4, 80(%rsp)
    movsd %xmm5, 88(%rsp)
    movsd %xmm6, 96(%rsp)
    movsd %xmm7, 104(%rsp)
    call molt_rt_entry_slow@PLT
    movq (%rsp), %rdi
    movq 8(%rsp), %rsi
    movq 16(%rsp), %rdx
    movq 24(%rsp), %rcx
    movq 32(%rsp), %r8
    movq 40(%rsp), %r9
    movsd 48(%rsp), %xmm0
    movsd 56(%rsp), %xmm1
    movsd 64(%rsp), %xmm2
    movsd 72(%rsp), %xmm3
    movsd 80(%rsp), %xmm4
    movsd 88(%rsp), %xmm5
    movsd 96(%rsp), %xmm6
    movsd 104(%rsp), %xmm7
    leave
    .cfi_def_cfa %rsp, 8
    ret
    .cfi_endproc
    .size molt_entry_check, . - molt_entry_check
    .section .note.GNU-stack, "", @progbits
