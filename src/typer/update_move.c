/* update_move.c: the positions in a typed body that is kept while its field's text moves: each is mapped through the tokens of the old
 * text to those of the new one. A rollback puts back the very positions that were there.
 */
#include "declare.h"
#include "typing.h"

typedef struct SavedSpan {
    Span *at;
    Span span;
} SavedSpan;

typedef struct Mover {
    const AstFile *old_ast, *new_ast;
    TokenRange old_range, new_range;
    u32 file;
    u32 old_start, old_end; /* offsets of the old range: what lies outside is not the field's own text */
    Map seen;               /* expressions may stand at several places of the tree */
    VEC(SavedSpan) saved;
} Mover;

static void move_span(Mover *mover, Span *span)
{
    if (span->file != mover->file || span->start < mover->old_start || span->end > mover->old_end) return;
    if (map_get(&mover->seen, (u64)(uintptr_t)span)) return;
    map_set(&mover->seen, (u64)(uintptr_t)span, span);
    Span moved = syntax_map_span(mover->old_ast, mover->old_range, mover->new_ast, mover->new_range, *span);
    vec_push(NULL, &mover->saved, (SavedSpan){span, *span});
    *span = moved;
}

static void move_var(Mover *mover, TVar *var)
{
    if (var) move_span(mover, &var->span);
}

static void move_pattern(Mover *mover, TPattern *pattern)
{
    move_span(mover, &pattern->span);
    move_var(mover, pattern->var);
    for (u32 i = 0; i < pattern->count; i++) move_pattern(mover, pattern->subs[i]);
}

static void move_function(Mover *mover, TFunction *function)
{
    move_span(mover, &function->span);
    move_var(mover, function->self_var);
    for (u32 i = 0; i < function->count; i++) move_var(mover, function->args[i]);
}

static void move_switch(Mover *mover, const TExpr *e)
{
    for (u32 i = 0; i < e->sw.count; i++) {
        TCase *clause = &e->sw.cases[i];
        move_span(mover, &clause->span);
        for (u32 k = 0; k < clause->pattern_count; k++) move_pattern(mover, clause->patterns[k]);
    }
}

static void move_expr(void *context, const TExpr *expr)
{
    Mover *mover = context;
    TExpr *e = (TExpr *)expr; /* the tree is ours while an update is under way */
    move_span(mover, &e->span);
    if (e->kind == TE_FUNCTION) move_function(mover, e->function);
    else if (e->kind == TE_VAR) move_var(mover, e->var.var);
    else if (e->kind == TE_LET) move_var(mover, e->let.var);
    else if (e->kind == TE_FOR_RANGE) move_var(mover, e->range.var);
    else if (e->kind == TE_FOR_ARRAY || e->kind == TE_FOR_ITERATOR) move_var(mover, e->each.var), move_var(mover, e->each.key);
    else if (e->kind == TE_SWITCH) move_switch(mover, e);
    else if (e->kind == TE_TRY)
        for (u32 i = 0; i < e->attempt.count; i++) move_var(mover, e->attempt.catches[i].var);
    texpr_parts(e, mover, move_expr);
}

static void put_back(void *object)
{
    Mover *mover = object;
    for (u32 i = mover->saved.count; i-- > 0;) *mover->saved.at[i].at = mover->saved.at[i].span;
    vec_free(&mover->saved);
    free(mover);
}

static void release(void *object)
{
    Mover *mover = object;
    vec_free(&mover->saved);
    free(mover);
}

void body_move(Program *program, Field *field, const Field *old)
{
    const AstFile *old_ast = program->state->moving_from, *new_ast = field->module->ast;
    if (!old_ast || !field->ast || !old->ast || !field->body->function) return;
    TokenRange old_range = old->ast->tokens, new_range = field->ast->tokens;
    if (old_range.first == old_range.end || syntax_same_offsets(old_ast, old_range, new_ast, new_range)) return;
    Mover *mover = base_alloc(sizeof *mover);
    *mover = (Mover){.old_ast = old_ast, .new_ast = new_ast, .old_range = old_range, .new_range = new_range, .file = old_ast->file};
    mover->old_start = old_ast->tokens[old_range.first].start;
    mover->old_end = old_ast->tokens[old_range.end - 1].start + old_ast->tokens[old_range.end - 1].length;
    move_function(mover, field->body->function);
    for (u32 i = 0; i < field->body->function->count; i++)
        if (field->body->function->defaults[i]) move_expr(mover, field->body->function->defaults[i]);
    if (field->body->function->body) move_expr(mover, field->body->function->body);
    map_free(&mover->seen);
    undo_on_rollback(program->undo, put_back, mover);
    undo_on_commit(program->undo, release, mover);
}
