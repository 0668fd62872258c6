/* walk: the parts of a typed expression, for whoever looks at a whole tree. Visits in order of evaluation; bodies of local functions,
 * guards and what patterns hold are parts too. */
#include "typing.h"

static void visit_pattern(const TPattern *p, void *context, TExprVisitor visit) {
    if (p->expr) visit(context, p->expr);
    for (u32 i = 0; i < p->count; i++) {
        if (p->kind == PAT_OBJECT) visit(context, p->fields[i]);
        visit_pattern(p->subs[i], context, visit);
    }
}

static void visit_list(u32 count, TExpr *const *items, void *context, TExprVisitor visit) {
    for (u32 i = 0; i < count; i++) visit(context, items[i]);
}

void texpr_parts(const TExpr *e, void *context, TExprVisitor visit) {
    switch (e->kind) {
    case TE_FIELD:
    case TE_SAFE_FIELD:
        if (e->field.object) visit(context, e->field.object);
        return;
    case TE_INDEX:
        visit(context, e->index.object);
        visit(context, e->index.index);
        return;
    case TE_UNOP: visit(context, e->unop.operand); return;
    case TE_BINOP:
    case TE_COALESCE:
        visit(context, e->binop.left);
        visit(context, e->binop.right);
        return;
    case TE_ASSIGN:
    case TE_ASSIGN_OP:
        visit(context, e->assign.target);
        visit(context, e->assign.value);
        return;
    case TE_CALL:
        visit(context, e->call.callee);
        visit_list(e->call.count, e->call.args, context, visit);
        return;
    case TE_NEW: visit_list(e->make.count, e->make.args, context, visit); return;
    case TE_OBJECT: visit_list(e->object.count, e->object.values, context, visit); return;
    case TE_ARRAY:
    case TE_CONCAT:
    case TE_BLOCK: visit_list(e->list.count, e->list.items, context, visit); return;
    case TE_MAP:
        for (u32 i = 0; i < e->map.count; i++) {
            visit(context, e->map.keys[i]);
            visit(context, e->map.values[i]);
        }
        return;
    case TE_FUNCTION:
        for (u32 i = 0; i < e->function->count; i++) {
            if (e->function->defaults[i]) visit(context, e->function->defaults[i]);
        }
        visit(context, e->function->body);
        return;
    case TE_VAR:
        if (e->var.init) visit(context, e->var.init);
        return;
    case TE_LET:
        visit(context, e->let.init);
        visit(context, e->let.body);
        return;
    case TE_IF:
        visit(context, e->branch.condition);
        visit(context, e->branch.then);
        if (e->branch.otherwise) visit(context, e->branch.otherwise);
        return;
    case TE_WHILE:
        if (!e->loop.do_while) visit(context, e->loop.condition);
        visit(context, e->loop.body);
        if (e->loop.do_while) visit(context, e->loop.condition);
        return;
    case TE_FOR_RANGE:
        visit(context, e->range.from);
        visit(context, e->range.to);
        visit(context, e->range.body);
        return;
    case TE_FOR_ARRAY:
    case TE_FOR_ITERATOR:
        visit(context, e->each.iterable);
        visit(context, e->each.body);
        return;
    case TE_SWITCH:
        visit(context, e->sw.subject);
        for (u32 i = 0; i < e->sw.count; i++) {
            const TCase *clause = &e->sw.cases[i];
            for (u32 k = 0; k < clause->pattern_count; k++) visit_pattern(clause->patterns[k], context, visit);
            if (clause->guard) visit(context, clause->guard);
            if (clause->body) visit(context, clause->body);
        }
        if (e->sw.otherwise) visit(context, e->sw.otherwise);
        return;
    case TE_TRY:
        visit(context, e->attempt.body);
        for (u32 i = 0; i < e->attempt.count; i++) visit(context, e->attempt.catches[i].body);
        return;
    case TE_RETURN:
    case TE_THROW:
        if (e->value) visit(context, e->value);
        return;
    case TE_CAST: visit(context, e->cast.operand); return;
    case TE_IS: visit(context, e->is.operand); return;
    case TE_POS_INFOS:
        if (e->pos_infos.custom_params) visit(context, e->pos_infos.custom_params);
        return;
    case TE_INT:
    case TE_FLOAT:
    case TE_STRING:
    case TE_BOOL:
    case TE_NULL:
    case TE_REGEXP:
    case TE_THIS:
    case TE_SUPER:
    case TE_LOCAL:
    case TE_TYPE:
    case TE_BREAK:
    case TE_CONTINUE:
    case TE_ERROR:
    case TE_COUNT: return;
    }
}
