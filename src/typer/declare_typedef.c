/* declare_typedef.c: what a typedef stands for. */
#include "declare.h"

/* Does following the target come back to the typedef itself, through typedefs and Null<T> alone? */
static bool comes_back(Program *program, const TypeDecl *decl)
{
    Type *type = decl->target;
    for (u32 steps = 0; type && steps < 1000; steps++) {
        type = type_shallow(type);
        if (type->kind != TYPE_DECL) return false;
        TypeDecl *at = type->decl.decl;
        if (at == decl) return true;
        if (at == program->core.null) {
            type = type->decl.args[0];
            continue;
        }
        if (at->kind != DECL_TYPEDEF) return false;
        if (at->header == HEADER_DECLARED) decl_header(program, at);
        type = at->target;
    }
    return type != NULL;
}

void typedef_header(Program *program, Scope *scope, TypeDecl *decl)
{
    if (!decl->ast->typedef_) return;
    Type *target = type_load(program, scope, decl->ast->typedef_);
    decl->target = target;
    if (!comes_back(program, decl)) return;
    diag_error(program->diags, module_span(decl->module, decl->ast->start, decl->ast->end), "typedef.recursive",
               "Recursive typedef is not allowed");
    decl->target = program->core.t_error;
}
