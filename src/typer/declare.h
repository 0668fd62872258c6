/* declare: what the files share that turn declarations into entities. */
#ifndef MOLT_TYPER_DECLARE_H
#define MOLT_TYPER_DECLARE_H

#include "imports.h"

/* The entity as it was first made, its former content kept for a rollback. */
void decl_reset(Program *program, TypeDecl *decl);

/* core.c: program->main, from the settings; reports what is wrong with it. */
bool program_find_main(Program *program);

/* declare_field.c: a field's entity with all that its text says without looking at types. */
void declare_field(Program *program, TypeDecl *decl, const AstField *ast);
Span field_whole_span(const Field *field);
Span field_modifier_span(const Field *field, TokenKind kind); /* of a modifier as it stands in the text */
void declare_constructor(Program *program, TypeDecl *decl, const AstEnumConstructor *ast, u32 index);

void field_drop_body(Program *program, FunctionBody *body); /* released when the update commits; NULL is allowed */
/* update.c: the positions in a body that is kept, moved from the old text of its field to the new one. */
void body_move(Program *program, Field *field, const Field *old);

/* Headers by kind of declaration (declare_class.c, declare_typedef.c, declare_abstract.c). */
void class_header(Program *program, Scope *scope, TypeDecl *decl);
void typedef_header(Program *program, Scope *scope, TypeDecl *decl);
void abstract_header(Program *program, Scope *scope, TypeDecl *decl);

/* hierarchy.c: what is checked once types of fields can be had. Errors only, nothing is changed. */
void decl_check(Program *program, TypeDecl *decl);

#endif
