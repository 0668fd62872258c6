/* loops: a loop that is running goes on in the new version of its function, at its next back edge.
 *
 * A commit looks at each frame of replaced code: when one of the function's loops can be carried over, the version's stale byte is set,
 * which its back edges test together with the thread's poll flag. The first back edge then asks for a transfer: an entry compiled from
 * the new version that begins behind the poll of the matching loop, with the locals that the frame has stored.
 *
 * Which loop is which: by order within the nesting, what was put in or taken out left aside (base/align). A local is the same variable when name, type and kind of storage are; what the
 * compiler made for a loop (bounds, iterators) is the same for matching loops. A local that the new loop reads and the frame does not
 * have means that the frame ends in its version; locals that it never reads again need no value.
 */
#include "plan.h"

#include <stdlib.h>

#define NONE UINT32_MAX

/* ---- Which loop a position is in --------------------------------------------------------------------------------------------------------------- */

static bool block_successor(const MirFunc *func, u32 block, u32 wanted) {
    const MirInstr *end = &vec_last(&func->blocks.at[block].instrs);
    for (u32 i = 0; i < end->target_count; i++)
        if (end->targets[i] == wanted) return true;
    for (u32 h = func->blocks.at[block].handler; h != MIR_NO_HANDLER; h = func->handlers.at[h].parent)
        for (u32 i = 0; i < func->handlers.at[h].count; i++)
            if (func->handlers.at[h].catches[i].target == wanted) return true;
    return false;
}

/* Blocks of the natural loop with that poll: those that reach it without passing the header. */
static void loop_blocks(const MirFunc *func, u32 poll_block, bool *in) {
    u32 header = vec_last(&func->blocks.at[poll_block].instrs).targets[0];
    memset(in, 0, func->blocks.count);
    in[header] = in[poll_block] = true;
    for (bool changed = poll_block != header; changed;) {
        changed = false;
        for (u32 b = 0; b < func->blocks.count; b++) {
            if (in[b]) continue;
            for (u32 s = 0; s < func->blocks.count && !in[b]; s++)
                if (in[s] && s != header && block_successor(func, b, s)) in[b] = changed = true;
        }
    }
}

static u32 loop_depth(const MirFunc *func, u32 loop) {
    u32 depth = 0;
    while ((loop = func->loops.at[loop].parent) != NONE) depth++;
    return depth;
}

static u32 poll_of_block(const MirBlock *block) {
    for (u32 i = block->instrs.count; i-- > 0;)
        if (block->instrs.at[i].op == MIR_POLL) return i;
    return NONE;
}

/* The innermost loop that encloses the position; NONE: it is in none. */
static u32 loop_of_pos(const MirFunc *func, u32 pos) {
    u32 at = NONE;
    for (u32 b = 0; b < func->blocks.count && at == NONE; b++) {
        const MirBlock *block = &func->blocks.at[b];
        for (u32 i = 0; i < block->instrs.count; i++) {
            const MirInstr *instr = &block->instrs.at[i];
            if (instr->pos == pos && (mir_op_collects((MirOp)instr->op) || mir_op_throws((MirOp)instr->op))) at = b;
        }
    }
    if (at == NONE) return NONE;
    u32 found = NONE;
    bool *in = base_alloc(func->blocks.count);
    for (u32 b = 0; b < func->blocks.count; b++) {
        u32 poll = poll_of_block(&func->blocks.at[b]);
        if (poll == NONE || vec_last(&func->blocks.at[b].instrs).target_count != 1) continue;
        loop_blocks(func, b, in);
        u32 loop = func->blocks.at[b].instrs.at[poll].number;
        if (in[at] && (found == NONE || loop_depth(func, loop) > loop_depth(func, found))) found = loop;
    }
    free(in);
    return found;
}

static bool has_position(const MirBlock *block, u32 pos) {
    for (u32 i = 0; i < block->instrs.count; i++)
        if (block->instrs.at[i].pos == pos) return true;
    return false;
}

bool *loops_ahead(const MirFunc *func, u32 pos, u32 until, Arena *arena) {
    bool *in = NEW_ARRAY(arena, bool, func->blocks.count + 1);
    bool any = false;
    for (u32 b = 0; b < func->blocks.count; b++) any |= in[b] = pos != NONE && has_position(&func->blocks.at[b], pos);
    for (u32 b = 0; !any && b < func->blocks.count; b++) in[b] = true;
    for (bool changed = any; changed;) {
        changed = false;
        for (u32 b = 0; b < func->blocks.count; b++) {
            u32 poll = in[b] ? poll_of_block(&func->blocks.at[b]) : NONE;
            if (!in[b] || (poll != NONE && func->blocks.at[b].instrs.at[poll].number == until)) continue;
            for (u32 s = 0; s < func->blocks.count; s++)
                if (!in[s] && block_successor(func, b, s)) in[s] = changed = true;
        }
    }
    return in;
}

/* ---- Which loop is which ----------------------------------------------------------------------------------------------------------------------- */

typedef struct LoopLists {
    const MirFunc *old, *new;
    u32 *old_loops, *new_loops; /* those of matching loops around them */
    u32 old_count, new_count;
} LoopLists;

/* What the compiler made for a loop tells what kind of loop it is. */
static u32 hidden_locals(const MirFunc *func, u32 loop) {
    u32 count = 0;
    for (u32 i = 0; i < func->locals.count; i++) count += func->locals.at[i].kind == LOCAL_HIDDEN && func->locals.at[i].loop == loop;
    return count;
}

static u32 likeness(void *context, u32 i, u32 k) {
    const LoopLists *lists = context;
    u32 old = lists->old_loops[i], new = lists->new_loops[k];
    if (lists->old->loops.at[old].text && lists->old->loops.at[old].text == lists->new->loops.at[new].text) return 8;
    return hidden_locals(lists->old, old) == hidden_locals(lists->new, new) ? 2 : 1;
}

static u32 children_of(const MirFunc *func, u32 parent, u32 *out) {
    u32 count = 0;
    for (u32 i = 0; i < func->loops.count; i++)
        if (func->loops.at[i].parent == parent) out[count++] = i;
    return count;
}

static void match_children(const MirFunc *old, const MirFunc *new, u32 old_parent, u32 new_parent, u32 *pairs, Arena *arena) {
    LoopLists lists = {old, new, NEW_ARRAY(arena, u32, old->loops.count + 1), NEW_ARRAY(arena, u32, new->loops.count + 1), 0, 0};
    lists.old_count = children_of(old, old_parent, lists.old_loops);
    lists.new_count = children_of(new, new_parent, lists.new_loops);
    u32 *found = NEW_ARRAY(arena, u32, lists.old_count + 1);
    align_sequences(lists.old_count, lists.new_count, likeness, &lists, found);
    for (u32 i = 0; i < lists.old_count; i++) {
        if (found[i] == NONE) continue;
        pairs[lists.old_loops[i]] = lists.new_loops[found[i]];
        match_children(old, new, lists.old_loops[i], lists.new_loops[found[i]], pairs, arena);
    }
}

/* For each loop of the old version the new one's, or NONE: in the order of the text within matching loops, so that one that was put in or
 * taken out moves none of the others. */
static u32 *match_loops(const MirFunc *old, const MirFunc *new, Arena *arena) {
    u32 *pairs = NEW_ARRAY(arena, u32, old->loops.count + 1);
    for (u32 i = 0; i < old->loops.count; i++) pairs[i] = NONE;
    match_children(old, new, NONE, NONE, pairs, arena);
    return pairs;
}

/* ---- Liveness ------------------------------------------------------------------------------------------------------------------------------------ */

typedef struct LocalSet {
    u64 *bits;
    u32 words;
} LocalSet;

static bool has_local(const u64 *bits, u32 local) { return bits[local / 64] >> (local % 64) & 1; }

static void step_back(const MirInstr *instr, u64 *live) {
    if (instr->dst != MIR_NO_LOCAL) live[instr->dst / 64] &= ~((u64)1 << (instr->dst % 64));
    for (u32 i = 0; i < instr->count; i++)
        if (instr->args[i].kind == MIR_LOCAL) live[instr->args[i].local / 64] |= (u64)1 << (instr->args[i].local % 64);
}

/* What is live into each block, to a fixed point. `words` a block. */
static u64 *live_in(const MirFunc *func, u32 words, Arena *arena) {
    u64 *in = NEW_ARRAY(arena, u64, (size_t)words * func->blocks.count), *now = NEW_ARRAY(arena, u64, words);
    for (bool changed = true; changed;) {
        changed = false;
        for (u32 b = func->blocks.count; b-- > 0;) {
            const MirBlock *block = &func->blocks.at[b];
            memset(now, 0, words * sizeof *now);
            for (u32 s = 0; s < func->blocks.count; s++)
                if (block_successor(func, b, s))
                    for (u32 w = 0; w < words; w++) now[w] |= in[(size_t)s * words + w];
            for (u32 i = block->instrs.count; i-- > 0;) step_back(&block->instrs.at[i], now);
            u64 *former = &in[(size_t)b * words];
            /* A handler may be entered from anywhere in the block: what it needs is live throughout. */
            for (u32 h = block->handler; h != MIR_NO_HANDLER; h = func->handlers.at[h].parent)
                for (u32 i = 0; i < func->handlers.at[h].count; i++)
                    for (u32 w = 0; w < words; w++) now[w] |= in[(size_t)func->handlers.at[h].catches[i].target * words + w];
            if (memcmp(former, now, words * sizeof *now) == 0) continue;
            memcpy(former, now, words * sizeof *now);
            changed = true;
        }
    }
    return in;
}

/* Locals that are read after the poll of that loop. NULL: the loop has no poll (its body always leaves it). */
static u64 *live_after_poll(const MirFunc *func, u32 loop, Arena *arena) {
    u32 words = func->locals.count / 64 + 1;
    for (u32 b = 0; b < func->blocks.count; b++) {
        const MirBlock *block = &func->blocks.at[b];
        u32 poll = poll_of_block(block);
        if (poll == NONE || block->instrs.at[poll].number != loop) continue;
        u64 *in = live_in(func, words, arena), *now = NEW_ARRAY(arena, u64, words);
        for (u32 s = 0; s < func->blocks.count; s++)
            if (block_successor(func, b, s))
                for (u32 w = 0; w < words; w++) now[w] |= in[(size_t)s * words + w];
        for (u32 i = block->instrs.count; i-- > poll + 1;) step_back(&block->instrs.at[i], now);
        return now;
    }
    return NULL;
}

/* ---- Which local is which ------------------------------------------------------------------------------------------------------------------------ */

static bool same_local(const MirLocal *a, const MirLocal *b, const u32 *loops) {
    if (a->rep != b->rep || a->is_cell != b->is_cell || a->type != b->type || a->ordinal != b->ordinal) return false;
    bool hidden = a->kind == LOCAL_HIDDEN;
    if (hidden != (b->kind == LOCAL_HIDDEN)) return false;
    if (hidden) return loops[a->loop] == b->loop;
    return a->name == b->name;
}

/* A variable of that name in the frame, of whatever type: to say what is different. */
static const MirLocal *namesake(const MirFunc *old, u32 loop, Name name) {
    for (u32 i = 0; name && i < old->loops.at[loop].scope_count; i++) {
        const MirLocal *local = &old->locals.at[old->loops.at[loop].in_scope[i]];
        if (local->name == name) return local;
    }
    return NULL;
}

typedef struct LoopMatch {
    u32 loop;        /* of the new version; NONE: cannot be carried over */
    u32 *map;        /* for each local in its scope the number of the frame's, or NONE */
    const char *why; /* not */
} LoopMatch;

static LoopMatch match(const MirFunc *old, const MirFunc *new, u32 loop, const u32 *loops, Arena *arena) {
    LoopMatch none = {.loop = NONE};
    u32 target = loops[loop];
    if (target == NONE) {
        none.why = "the loop that it is in does not exist any more";
        return none;
    }
    u64 *live = live_after_poll(new, target, arena);
    if (!live) {
        none.why = "the loop that it is in never begins a second turn any more";
        return none;
    }
    const MirLoop *from = &old->loops.at[loop], *to = &new->loops.at[target];
    LoopMatch found = {.loop = target, .map = NEW_ARRAY(arena, u32, to->scope_count + 1)};
    for (u32 i = 0; i < to->scope_count; i++) {
        const MirLocal *wanted = &new->locals.at[to->in_scope[i]];
        found.map[i] = NONE;
        for (u32 k = 0; k < from->scope_count && found.map[i] == NONE; k++)
            if (same_local(&old->locals.at[from->in_scope[k]], wanted, loops)) found.map[i] = k;
        if (found.map[i] != NONE || !has_local(live, to->in_scope[i])) continue;
        const MirLocal *other = namesake(old, loop, wanted->name);
        if (!wanted->name) none.why = "the new loop iterates over something of another kind";
        else if (other && other->type != wanted->type)
            none.why = arena_printf(arena, "the new loop reads %s, which is a %s there and a %s in this frame", wanted->name->text,
                                    wanted->type ? wanted->type->text : "?", other->type ? other->type->text : "?");
        else if (other)
            none.why = arena_printf(arena, "the new loop reads %s, which a closure shares in one of the versions only", wanted->name->text);
        else
            none.why = arena_printf(arena, "the new loop reads the variable %s, which this frame does not have", wanted->name->text);
        return none;
    }
    return found;
}

/* ---- At the commit ---------------------------------------------------------------------------------------------------------------------------------- */

/* The version that a frame of `code` could go on in; NULL: there is none. */
static LiveFunction *successor(Live *live, const LiveCode *code) {
    LiveFunction *now = function_find(live, code->function->name);
    return now && now->unit ? now : NULL;
}

bool loops_switch(Live *live, LiveCode *code, u32 pos, Arena *arena, u32 *loop, const char **why) {
    LiveFunction *now = successor(live, code);
    const MirFunc *old = code->unit->mir->funcs.at[code->func];
    *why = NULL;
    if (!live->config.dev || !now || !old->loops.count) return false;
    const MirFunc *new = function_mir(now);
    u32 at = pos == NONE ? NONE : loop_of_pos(old, pos);
    const u32 *loops = match_loops(old, new, arena);
    bool any = false, here = false;
    for (u32 i = 0; i < old->loops.count; i++) {
        LoopMatch found = match(old, new, i, loops, arena);
        any |= found.loop != NONE;
        /* The innermost loop around the frame that can be carried over. */
        bool around = false;
        for (u32 l = at; l != NONE; l = old->loops.at[l].parent) around |= l == i;
        if (around && found.loop != NONE) {
            here = true;
            *loop = i;
        }
        if (i == at && found.loop == NONE) *why = found.why;
    }
    if (any) code->unit->stale[code->func] = STALE_REPLACED;
    if (!here && !*why && any) *why = "it is in none of the function's loops now; it takes the new version over when it comes to a loop's back edge";
    return here;
}

/* ---- At the back edge -------------------------------------------------------------------------------------------------------------------------------- */

PollSite *loops_site(LiveUnit *unit, u32 func, u32 loop) {
    PollSite *site = &unit->sites[func][loop];
    if (!site->unit) *site = (PollSite){.unit = unit, .func = func, .loop = loop};
    return site;
}

void *live_compile_transfer(Live *live, void *poll_site, u32 *values) {
    PollSite *site = poll_site;
    const MirFunc *old = site->unit->mir->funcs.at[site->func];
    LiveFunction *now = function_find(live, old->name);
    *values = old->loops.at[site->loop].scope_count;
    if (!now || !now->unit) return NULL;
    if (now->unit == site->unit && !probation_is_on(live)) return NULL; /* else to keep what it has at each turn */
    Arena *arena = arena_new("transfer");
    LoopMatch found = match(old, function_mir(now), site->loop, match_loops(old, function_mir(now), arena), arena);
    void *entry = NULL;
    if (found.loop != NONE) {
        CodegenTransfer transfer = {.func = now->unit->mir->funcs.at[now->func], .loop = found.loop, .old = old, .map = found.map};
        Text error = {0};
        CodeModule *code = codegen_compile_transfers(live->codegen, &transfer, 1, live->config.tier, &error);
        text_free(&error); /* the frame goes on in its version, as one that does not fit */
        if (code) {
            LiveModule *module = module_new(live, code, &now, &now->unit, &now->func, live->version);
            module->transfer = true;
            entry = code->entries[0].address;
            probation_loop(live, site, module, now);
        }
    }
    arena_free(arena);
    return entry;
}

/* The frame goes on in code on probation and was called by the guard that keeps its variables: they are kept anew. */
static bool renews(Live *live, RtThread *thread, bool is_guarded) {
    const RtGuard *guard = is_guarded && probation_is_on(live) ? rt_guarded(thread) : NULL;
    return guard && guard->is_loop;
}

void *live_transfer_entry(Live *live, PollSite *site, u32 *values) {
    void *volatile entry; /* on this stack, where retiring sees it */
    u32 commits;
    do { /* an update meanwhile would not see the frame that is to go on there */
        commits = live->commits;
        rt_enter_native();
        entry = live->config.transfer(live->config.hook_context, site, values);
        rt_leave_native();
    } while (entry && live->commits != commits);
    return entry;
}

AbiTransfer *live_hook_poll_loop(void *context, RtThread *thread, void *poll_site, bool is_guarded) {
    Live *live = context;
    PollSite *site = poll_site;
    u8 stale = site->unit->stale[site->func];
    if (!stale || (stale == STALE_KEEPS && !renews(live, thread, is_guarded))) return NULL;
    u32 values = site->unit->mir->funcs.at[site->func]->loops.at[site->loop].scope_count;
    void *entry = stale == STALE_KEEPS ? atomic_load(&site->again) : NULL;
    if (!entry) entry = live_transfer_entry(live, site, &values);
    if (!entry) return NULL;
    AbiTransfer *buffer = rt_transfer_buffer(thread, values);
    buffer->entry = site->guard && site->guard->target == entry ? site->guard_entry : entry;
    return buffer;
}
