/* entry_x86_64: the few things that C cannot say on this processor (System V convention).
 *
 *   rt_enter         calls compiled code and is the frame at which exceptions leave Haxe (personality in exception.c)
 *   rt_spill         stores the callee-saved registers, so that a scan of the stack sees what they hold
 *   rt_go_native     the same into the thread's record, and goes to the native state
 *   rt_guard_entry   where calls into code on probation go (guard.c): r11 holds its RtGuard
 *   rt_lazy_entry    where the stub of a function without code jumps: r11 holds the address of its slot
 *
 * Offsets into AbiThread, RtThread, RtEntry are asserted in thread.c.
 */
#define ABI_STATE 12
#define ABI_RT 40
#define RT_SP 48
#define ENTRY_FLOAT 0
#define ENTRY_FRAME 8
#define RT_GUARDED 56
#define GUARD_TARGET 0
#define GUARD_STACK_WORDS 16
#define GUARD_IS_LOOP 20
#define RECORD_BYTES 176 /* of RtGuarded, which ends below the saved rbx */

    .text

/* EnterResult rt_enter(void *code, const u64 args[6], RtEntry *entry) */
    .globl rt_enter
    .hidden rt_enter
    .type rt_enter, @function
    .globl rt_enter_landing
    .hidden rt_enter_landing
    .p2align 4
rt_enter:
    .cfi_startproc
    .cfi_personality 0x9b, DW.ref.rt_entry_personality
    pushq %rbp
    .cfi_def_cfa_offset 16
    .cfi_offset %rbp, -16
    movq %rsp, %rbp
    .cfi_def_cfa_register %rbp
    pushq %rbx
    subq $8, %rsp
    .cfi_offset %rbx, -24
    movq %rdx, %rbx
    movq %rbp, ENTRY_FRAME(%rbx)
    movq %rdi, %rax
    movq %rsi, %r10
    movq 0(%r10), %rdi
    movq 8(%r10), %rsi
    movq 16(%r10), %rdx
    movq 24(%r10), %rcx
    movq 32(%r10), %r8
    movq 40(%r10), %r9
    call *%rax
    movsd %xmm0, ENTRY_FLOAT(%rbx)
    xorl %edx, %edx
.Lleave:
    movq -8(%rbp), %rbx
    movq %rbp, %rsp
    popq %rbp
    .cfi_remember_state
    .cfi_def_cfa %rsp, 8
    ret
    .cfi_restore_state
rt_enter_landing:
    movl $1, %edx
    jmp .Lleave
    .cfi_endproc
    .size rt_enter, . - rt_enter

/* uintptr_t rt_spill(u64 saved[6]) */
    .globl rt_spill
    .hidden rt_spill
    .type rt_spill, @function
    .p2align 4
rt_spill:
    .cfi_startproc
    movq %rbx, 0(%rdi)
    movq %rbp, 8(%rdi)
    movq %r12, 16(%rdi)
    movq %r13, 24(%rdi)
    movq %r14, 32(%rdi)
    movq %r15, 40(%rdi)
    leaq 8(%rsp), %rax
    ret
    .cfi_endproc
    .size rt_spill, . - rt_spill

/* void rt_go_native(void): plain stores are releases on this processor */
    .globl rt_go_native
    .type rt_go_native, @function
    .p2align 4
rt_go_native:
    .cfi_startproc
    movq molt_thread@gottpoff(%rip), %rax
    movq %fs:ABI_RT(%rax), %rcx
    movq %rbx, 0(%rcx)
    movq %rbp, 8(%rcx)
    movq %r12, 16(%rcx)
    movq %r13, 24(%rcx)
    movq %r14, 32(%rcx)
    movq %r15, 40(%rcx)
    leaq 8(%rsp), %rdx
    movq %rdx, RT_SP(%rcx)
    movl $1, %fs:ABI_STATE(%rax)
    ret
    .cfi_endproc
    .size rt_go_native, . - rt_go_native

/* Keeps all argument registers (integer and vector) across the request for code, then jumps into it. */
    .globl rt_lazy_entry
    .type rt_lazy_entry, @function
    .p2align 4
rt_lazy_entry:
    .cfi_startproc
    pushq %rbp
    .cfi_def_cfa_offset 16
    .cfi_offset %rbp, -16
    movq %rsp, %rbp
    .cfi_def_cfa_register %rbp
    subq $192, %rsp
    movq %rdi, 0(%rsp)
    movq %rsi, 8(%rsp)
    movq %rdx, 16(%rsp)
    movq %rcx, 24(%rsp)
    movq %r8, 32(%rsp)
    movq %r9, 40(%rsp)
    movq %r10, 48(%rsp)
    movq %rax, 56(%rsp)
    movups %xmm0, 64(%rsp)
    movups %xmm1, 80(%rsp)
    movups %xmm2, 96(%rsp)
    movups %xmm3, 112(%rsp)
    movups %xmm4, 128(%rsp)
    movups %xmm5, 144(%rsp)
    movups %xmm6, 160(%rsp)
    movups %xmm7, 176(%rsp)
    movq %r11, %rdi
    call rt_lazy_compile
    movq %rax, %r11
    movq 0(%rsp), %rdi
    movq 8(%rsp), %rsi
    movq 16(%rsp), %rdx
    movq 24(%rsp), %rcx
    movq 32(%rsp), %r8
    movq 40(%rsp), %r9
    movq 48(%rsp), %r10
    movq 56(%rsp), %rax
    movups 64(%rsp), %xmm0
    movups 80(%rsp), %xmm1
    movups 96(%rsp), %xmm2
    movups 112(%rsp), %xmm3
    movups 128(%rsp), %xmm4
    movups 144(%rsp), %xmm5
    movups 160(%rsp), %xmm6
    movups 176(%rsp), %xmm7
    leave
    .cfi_def_cfa %rsp, 8
    jmp *%r11
    .cfi_endproc
    .size rt_lazy_entry, . - rt_lazy_entry

/* The outermost call of a thread into code on probation gets a frame with a record of what it was called with (RtGuarded); a call within it
 * goes on at once. A running loop that comes here again, called by the frame of its own record, only renews what is kept of it. */
    .globl rt_guard_entry
    .type rt_guard_entry, @function
    .globl rt_guard_landing
    .hidden rt_guard_landing
    .globl rt_guard_return
    .hidden rt_guard_return
    .p2align 4
rt_guard_entry:
    .cfi_startproc
    .cfi_personality 0x9b, DW.ref.rt_guard_personality
    cmpl $0, GUARD_IS_LOOP(%r11)
    jne .Lloop
    movq molt_thread@gottpoff(%rip), %rax
    movq %fs:ABI_RT(%rax), %rax
    cmpq $0, RT_GUARDED(%rax)
    je .Lguard
    jmp *GUARD_TARGET(%r11)
.Lloop: /* the loop's values are in the thread's buffer, the argument registers hold nothing of use */
    pushq %r11
    .cfi_def_cfa_offset 16
    movq %r11, %rdi
    xorl %esi, %esi
    leaq rt_guard_return(%rip), %rax
    cmpq 8(%rsp), %rax
    jne .Lask
    leaq -(8 + RECORD_BYTES)(%rbp), %rsi
.Lask:
    call rt_guard_loop
    popq %r11
    .cfi_def_cfa_offset 8
    testl %eax, %eax
    jne .Lguard
    jmp *GUARD_TARGET(%r11)
.Lguard:
    pushq %rbp
    .cfi_def_cfa_offset 16
    .cfi_offset %rbp, -16
    movq %rsp, %rbp
    .cfi_def_cfa_register %rbp
    pushq %rbx
    .cfi_offset %rbx, -24
    subq $(RECORD_BYTES + 8), %rsp
    leaq -(8 + RECORD_BYTES)(%rbp), %rbx
    movq %r11, 0(%rbx)
    movq %rdi, 8(%rbx)
    movq %rsi, 16(%rbx)
    movq %rdx, 24(%rbx)
    movq %rcx, 32(%rbx)
    movq %r8, 40(%rbx)
    movq %r9, 48(%rbx)
    movsd %xmm0, 56(%rbx)
    movsd %xmm1, 64(%rbx)
    movsd %xmm2, 72(%rbx)
    movsd %xmm3, 80(%rbx)
    movsd %xmm4, 88(%rbx)
    movsd %xmm5, 96(%rbx)
    movsd %xmm6, 104(%rbx)
    movsd %xmm7, 112(%rbx)
    movq %r12, 136(%rbx)
    movq %r13, 144(%rbx)
    movq %r14, 152(%rbx)
    movq %r15, 160(%rbx)
    movq molt_thread@gottpoff(%rip), %rax
    movq %fs:ABI_RT(%rax), %rdi
    movq %rbx, %rsi
    call rt_guard_begin
    /* What is passed on the stack, once more below this frame. */
    movq 0(%rbx), %r11
    movl GUARD_STACK_WORDS(%r11), %ecx
    testl %ecx, %ecx
    je .Lcall
    leal 1(%rcx), %eax
    andl $-2, %eax
    shlq $3, %rax
    subq %rax, %rsp
.Lcopy:
    movq 8(%rbp,%rcx,8), %rax
    movq %rax, -8(%rsp,%rcx,8)
    subl $1, %ecx
    jne .Lcopy
.Lcall:
    movq 8(%rbx), %rdi
    movq 16(%rbx), %rsi
    movq 24(%rbx), %rdx
    movq 32(%rbx), %rcx
    movq 40(%rbx), %r8
    movq 48(%rbx), %r9
    movsd 56(%rbx), %xmm0
    movsd 64(%rbx), %xmm1
    movsd 72(%rbx), %xmm2
    movsd 80(%rbx), %xmm3
    movsd 88(%rbx), %xmm4
    movsd 96(%rbx), %xmm5
    movsd 104(%rbx), %xmm6
    movsd 112(%rbx), %xmm7
    call *GUARD_TARGET(%r11)
rt_guard_return:
    movq molt_thread@gottpoff(%rip), %rcx
    movq %fs:ABI_RT(%rcx), %rcx
    movq $0, RT_GUARDED(%rcx)
    movq -8(%rbp), %rbx
    leave
    .cfi_remember_state
    .cfi_def_cfa %rsp, 8
    ret
    .cfi_restore_state
    .globl rt_guard_jump
    .hidden rt_guard_jump
rt_guard_jump: /* straight to the frame of the record in rdi, whatever lies between */
    movq %rdi, %rbx
    leaq 8 + RECORD_BYTES(%rbx), %rbp
    movq 136(%rbx), %r12
    movq 144(%rbx), %r13
    movq 152(%rbx), %r14
    movq 160(%rbx), %r15
rt_guard_landing: /* an exception ended here: the same call once more, of what is there now */
    leaq -(16 + RECORD_BYTES)(%rbp), %rsp
    movq %rbx, %rdi
    call rt_guard_again
    movq %rax, %r11
    movq 8(%rbx), %rdi
    movq 16(%rbx), %rsi
    movq 24(%rbx), %rdx
    movq 32(%rbx), %rcx
    movq 40(%rbx), %r8
    movq 48(%rbx), %r9
    movsd 56(%rbx), %xmm0
    movsd 64(%rbx), %xmm1
    movsd 72(%rbx), %xmm2
    movsd 80(%rbx), %xmm3
    movsd 88(%rbx), %xmm4
    movsd 96(%rbx), %xmm5
    movsd 104(%rbx), %xmm6
    movsd 112(%rbx), %xmm7
    movq -8(%rbp), %rbx
    leave
    .cfi_def_cfa %rsp, 8
    jmp *%r11
    .cfi_endproc
    .size rt_guard_entry, . - rt_guard_entry

    .hidden DW.ref.rt_guard_personality
    .weak DW.ref.rt_guard_personality
    .section .data.rel.local.DW.ref.rt_guard_personality,"awG",@progbits,DW.ref.rt_guard_personality,comdat
    .p2align 3
    .type DW.ref.rt_guard_personality, @object
    .size DW.ref.rt_guard_personality, 8
DW.ref.rt_guard_personality:
    .quad rt_guard_personality

    .text
    .hidden DW.ref.rt_entry_personality
    .weak DW.ref.rt_entry_personality
    .section .data.rel.local.DW.ref.rt_entry_personality,"awG",@progbits,DW.ref.rt_entry_personality,comdat
    .p2align 3
    .type DW.ref.rt_entry_personality, @object
    .size DW.ref.rt_entry_personality, 8
DW.ref.rt_entry_personality:
    .quad rt_entry_personality

    .section .note.GNU-stack,"",@progbits
