/* parse_field: metadata, and the fields of classes, abstracts and structures. */
#include "parser.h"

/* ---- Metadata ---------------------------------------------------------------------------------------------------------------- */

/* The parts of a metadata's name touch the `@`, `:` or `.` before them. */
static bool is_name_part(const Parser *p)
{
    bool keyword = p->kind >= TOKEN_ABSTRACT && p->kind <= TOKEN_WHILE;
    return (p->kind == TOKEN_IDENT || keyword) && touches_last(p);
}

bool parse_meta(Parser *p, AstMeta *meta)
{
    if (p->kind != TOKEN_AT || p->panic) return false;
    meta->start = start_of(p);
    advance(p);
    u32 start = start_of(p);
    if (p->kind == TOKEN_COLON && touches_last(p)) advance(p);
    Name name = NULL;
    for (;;) {
        if (!is_name_part(p)) {
            unexpected(p);
            break;
        }
        const Token *part = current(p);
        if (name) {
            name = name_printf(p->names, "%s.%.*s", name->text, (int)part->length, p->text + part->start);
        } else {
            name = name_of(p->names, p->text + start, end_of(p) - start);
        }
        advance(p);
        if (!accept(p, TOKEN_DOT)) break;
    }
    meta->name = (Ident){name ? name : p->word.empty, start, MAX(last_end(p), start)};
    if (p->kind == TOKEN_PAREN_OPEN && touches_last(p) && !p->panic) {
        advance(p);
        size_t mark = LIST_BEGIN(p);
        while (p->kind != TOKEN_PAREN_CLOSE && !p->panic) {
            if (!can_begin_expr(p->kind)) {
                expected(p, ")");
                break;
            }
            LIST_ADD(p, parse_expr(p));
            if (p->kind != TOKEN_PAREN_CLOSE && !accept(p, TOKEN_COMMA)) expected(p, ")");
        }
        LIST_END(p, mark, &meta->args);
        if (p->panic)
            recover_behind(p, TOKEN_PAREN_CLOSE);
        else
            advance(p);
    }
    meta->end = end_from(p, meta->start);
    return true;
}

void parse_metas(Parser *p, AstMetaList *list)
{
    size_t mark = LIST_BEGIN(p);
    AstMeta meta = {0};
    while (parse_meta(p, &meta)) {
        LIST_ADD(p, meta);
        meta = (AstMeta){0};
    }
    LIST_END(p, mark, list);
}

/* ---- Fields ------------------------------------------------------------------------------------------------------------------ */

static u32 field_modifier(TokenKind kind)
{
    switch (kind) {
    case TOKEN_STATIC: return MOD_STATIC;
    case TOKEN_MACRO: return MOD_MACRO;
    case TOKEN_PUBLIC: return MOD_PUBLIC;
    case TOKEN_PRIVATE: return MOD_PRIVATE;
    case TOKEN_OVERRIDE: return MOD_OVERRIDE;
    case TOKEN_DYNAMIC: return MOD_DYNAMIC;
    case TOKEN_INLINE: return MOD_INLINE;
    case TOKEN_EXTERN: return MOD_EXTERN;
    case TOKEN_ABSTRACT: return MOD_ABSTRACT;
    case TOKEN_OVERLOAD: return MOD_OVERLOAD;
    default: return 0;
    }
}

void check_repeated_modifiers(Parser *p, u32 first)
{
    for (u32 at = first; at < p->at; at++) {
        const Token *token = &p->lexer.tokens[at], *before = token;
        u32 modifier = field_modifier((TokenKind)token->kind), access = MOD_PUBLIC | MOD_PRIVATE;
        u32 against = modifier & access ? access : modifier, other = 0;
        for (u32 k = first; k < at && !other; k++) {
            before = &p->lexer.tokens[k];
            other = field_modifier((TokenKind)before->kind) & against;
        }
        if (!other) continue;
        bool same = other == modifier;
        report_at(p, token->start, token->start + token->length, "syntax.modifier",
                  same ? "Duplicate access modifier %s" : "Conflicting access modifier %s", token_text((TokenKind)token->kind));
        diag_note(p->diags, (Span){p->file, before->start, before->start + before->length}, "syntax.modifier", "%s",
                  same ? "Previously defined here" : "Conflicts with this");
    }
}

bool begins_field(TokenKind kind)
{
    return kind == TOKEN_AT || kind == TOKEN_VAR || kind == TOKEN_FINAL || kind == TOKEN_FUNCTION || field_modifier(kind) != 0;
}

/* `= value;`, or only `;` */
static void initialiser(Parser *p, AstField *field, TokenRange *body)
{
    *body = (TokenRange){p->at, p->at};
    if (accept(p, TOKEN_ASSIGN)) {
        body->first = p->at;
        field->value = parse_expr(p);
        body->end = p->at;
        if (field->value->kind == EXPR_MARKUP) {
            accept(p, TOKEN_SEMICOLON); /* not needed behind markup */
            return;
        }
    }
    semicolon(p);
}

static Ident accessor(Parser *p)
{
    bool known = p->kind == TOKEN_IDENT || p->kind == TOKEN_DYNAMIC || p->kind == TOKEN_DEFAULT || p->kind == TOKEN_NULL;
    if (known && !p->panic) return take_identifier(p);
    unexpected(p);
    return (Ident){0};
}

/* Behind `var` or `final` and the name: accessors, type, initialiser. */
void parse_var_field(Parser *p, AstField *field, TokenRange *body)
{
    field->kind = AST_FIELD_VAR;
    if (!(field->modifiers & MOD_FINAL) && accept(p, TOKEN_PAREN_OPEN)) {
        field->kind = AST_FIELD_PROPERTY;
        field->get = accessor(p);
        require(p, TOKEN_COMMA);
        field->set = accessor(p);
        if (!require(p, TOKEN_PAREN_CLOSE)) recover_behind(p, TOKEN_PAREN_CLOSE);
    }
    field->type = parse_type_hint(p);
    initialiser(p, field, body);
}

/* Behind `function`: name, parameters, arguments, type, body. */
void parse_function_field(Parser *p, AstField *field, TokenRange *body)
{
    field->kind = AST_FIELD_FUNCTION;
    AstFunction *function = field->function = NEW(p->arena, AstFunction);
    function->kind = FUNCTION_FIELD;
    function->start = field->start;
    if (is_identifier(p) || p->kind == TOKEN_NEW) {
        field->name = function->name = take_identifier(p);
    } else {
        unexpected(p);
    }
    parse_type_params(p, &function->params);
    if (require(p, TOKEN_PAREN_OPEN)) parse_arguments(p, function);
    function->result = parse_type_hint(p);
    *body = (TokenRange){p->at, p->at};
    if (can_begin_expr(p->kind) && !p->panic) {
        function->body = parse_expr(p);
        body->end = p->at;
    }
    semicolon(p);
    function->end = end_from(p, function->start);
}

/* name, ?name */
static void var_name(Parser *p, AstField *field, bool in_structure)
{
    if (p->kind == TOKEN_QUESTION) {
        u32 start = start_of(p), end = end_of(p);
        advance(p);
        field->optional = true;
        if (is_identifier(p) && !touches_last(p))
            report_at(p, start, end, "syntax.field", "Invalid usage of ?, use ?%s instead", text_here(p));
    }
    if (!is_identifier(p) || p->panic) {
        unexpected(p);
        return;
    }
    field->name = take_identifier(p);
    if (field->optional && !in_structure)
        report_at(p, field->name.start, field->name.end, "syntax.field", "?var syntax is only allowed in structures");
}

/* NULL: metadata that stands before nothing, as what it belonged to was compiled out; the official compiler passes over it too. */
AstField *parse_field(Parser *p, bool in_structure)
{
    AstField *field = NEW(p->arena, AstField);
    u32 first = p->at, base = p->pending.count;
    TokenRange body;
    parse_metas(p, &field->meta);
    field->start = start_of(p);
    if (p->kind == TOKEN_BRACE_CLOSE && field->meta.count) return NULL;
    u32 modifiers = p->at;
    for (u32 modifier; !p->panic && (modifier = field_modifier(p->kind)) != 0; advance(p)) field->modifiers |= modifier;
    if (p->kind != TOKEN_FINAL) check_repeated_modifiers(p, modifiers);
    body = (TokenRange){p->at, p->at};
    if (accept(p, TOKEN_VAR)) {
        var_name(p, field, in_structure);
        parse_var_field(p, field, &body);
    } else if (accept(p, TOKEN_FINAL)) {
        field->modifiers |= MOD_FINAL;
        if (p->kind == TOKEN_VAR) {
            const Token *final = &p->lexer.tokens[p->at - 1];
            report_at(p, final->start, end_of(p), "syntax.field", "`final var` is not supported, use `final` instead");
            advance(p);
        }
        for (u32 modifier; !p->panic && (modifier = field_modifier(p->kind)) != 0; advance(p)) field->modifiers |= modifier;
        check_repeated_modifiers(p, modifiers);
        if (accept(p, TOKEN_FUNCTION)) {
            parse_function_field(p, field, &body);
        } else {
            var_name(p, field, in_structure);
            parse_var_field(p, field, &body);
        }
    } else if (accept(p, TOKEN_FUNCTION)) {
        parse_function_field(p, field, &body);
    } else {
        unexpected(p);
    }
    field->end = end_from(p, field->start);
    finish_field(p, field, first, base, body);
    return field;
}

void parse_fields(Parser *p, bool in_structure, AstFieldList *fields)
{
    size_t mark = LIST_BEGIN(p);
    while (!p->panic && p->kind != TOKEN_BRACE_CLOSE) {
        u32 first = p->at;
        if (begins_field(p->kind)) {
            AstField *field = parse_field(p, in_structure);
            if (field) LIST_ADD(p, field);
        } else {
            expected(p, "}");
        }
        if (!p->panic) continue;
        if (in_structure) {
            recover_behind(p, TOKEN_BRACE_CLOSE);
            LIST_END(p, mark, fields);
            return;
        }
        if (p->at == first && p->kind != TOKEN_BRACE_CLOSE) advance(p);
        if (!recover_field(p)) break;
    }
    LIST_END(p, mark, fields);
    accept(p, TOKEN_BRACE_CLOSE);
}
