/* printer: what the parts of the printer share. Private to syntax/. */
#ifndef MOLT_SYNTAX_PRINTER_H
#define MOLT_SYNTAX_PRINTER_H

#include "syntax.h"

typedef struct Printer {
    Text *out;
    int indent;
    u32 levels; /* strings whose code is being printed: escapes in it are encoded once more for each */
} Printer;

void print_line(Printer *printer); /* a line end and the indentation */
void print_name(Printer *printer, Name name);
void print_expr(Printer *printer, const AstExpr *expr);
void print_exprs(Printer *printer, const AstExprList *list);
void print_type(Printer *printer, const AstType *type);
void print_type_hint(Printer *printer, const AstType *type); /* nothing for NULL */
void print_type_path(Printer *printer, const AstTypePath *path);
void print_type_params(Printer *printer, const AstTypeParamList *params);
void print_function(Printer *printer, const AstFunction *function); /* parameters, arguments, result */
void print_metas(Printer *printer, const AstMetaList *metas);
void print_field(Printer *printer, const AstField *field);
void print_decl(Printer *printer, const AstDecl *decl);
/* The text ends with a `}` behind which no operator is taken, so a statement of it needs no `;`. */
bool ends_in_block(const AstExpr *expr);

#endif
