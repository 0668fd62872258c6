/* parse_decl: the file: package, imports, types, module-level fields; and the hashes of declarations. */
#include "parser.h"

/* ---- Hashes ------------------------------------------------------------------------------------------------------------------ */

enum { DECL_HASH_SEED = 0x4465636C };

/* Sets the declaration's tokens, which end before the current one, and its hashes. `members`, in order, are left out of the header. */
static void finish_decl(Parser *p, AstDecl *decl, const TokenRange *members, u32 count)
{
    decl->end = end_from(p, decl->start);
    decl->tokens.end = p->at;
    if (p->macros) return;
    decl->hash = hash_tokens(p, DECL_HASH_SEED, decl->tokens.first, decl->tokens.end);
    u32 token = decl->tokens.first;
    decl->header_hash = DECL_HASH_SEED;
    for (u32 i = 0; i < count; i++) {
        decl->header_hash = hash_tokens(p, decl->header_hash, token, members[i].first);
        token = members[i].end;
    }
    decl->header_hash = hash_tokens(p, decl->header_hash, token, decl->tokens.end);
}

static void finish_decl_with_fields(Parser *p, AstDecl *decl, const AstFieldList *fields)
{
    size_t mark = LIST_BEGIN(p);
    for (u32 i = 0; i < fields->count; i++) LIST_ADD(p, fields->at[i]->tokens);
    LIST(TokenRange) members;
    LIST_END(p, mark, &members);
    finish_decl(p, decl, members.at, members.count);
}

/* ---- Package, import, using --------------------------------------------------------------------------------------------------- */

static bool is_package_part(const Parser *p)
{
    return (p->kind == TOKEN_IDENT && is_lower(name_here(p))) || p->kind == TOKEN_MACRO || p->kind == TOKEN_EXTERN ||
           p->kind == TOKEN_FUNCTION;
}

static void package(Parser *p, AstFile *ast)
{
    ast->has_package = true;
    advance(p);
    size_t mark = LIST_BEGIN(p);
    if (p->kind == TOKEN_IDENT && !is_package_part(p))
        error_at(p, start_of(p), end_of(p), "syntax.package", "Package name must start with a lowercase character");
    if (!p->panic && is_package_part(p)) {
        LIST_ADD(p, take_identifier(p));
        while (accept(p, TOKEN_DOT)) {
            if (is_package_part(p)) {
                LIST_ADD(p, take_identifier(p));
            } else {
                unexpected(p);
            }
        }
    }
    LIST_END(p, mark, &ast->package);
    semicolon(p);
}

/* a.b.C, behind `import` or `using`; *all: it ends with `.*`, which only an import may. */
static IdentList module_path(Parser *p, bool *all)
{
    IdentList path;
    size_t mark = LIST_BEGIN(p);
    if (p->kind == TOKEN_IDENT) {
        LIST_ADD(p, take_identifier(p));
    } else {
        expected(p, "identifier");
    }
    while (accept(p, TOKEN_DOT)) {
        if (p->kind == TOKEN_IDENT || p->kind == TOKEN_MACRO || p->kind == TOKEN_EXTERN || p->kind == TOKEN_FUNCTION) {
            LIST_ADD(p, take_identifier(p));
        } else if (all && accept(p, TOKEN_MUL)) {
            *all = true;
            break;
        } else {
            expected(p, "identifier");
        }
    }
    LIST_END(p, mark, &path);
    return path;
}

static void import(Parser *p, AstDecl *decl)
{
    bool all = false;
    decl->kind = AST_DECL_IMPORT;
    advance(p);
    decl->import.path = module_path(p, &all);
    if (all) {
        decl->import.mode = IMPORT_ALL;
    } else if (!p->panic && (p->kind == TOKEN_IN || is_word(p, p->word.as))) {
        advance(p);
        decl->import.mode = IMPORT_ALIAS;
        if (p->kind == TOKEN_IDENT) {
            decl->import.alias = take_identifier(p);
        } else {
            unexpected(p);
        }
    }
    if (p->panic || accept(p, TOKEN_SEMICOLON)) return;
    if (decl->import.mode == IMPORT_NORMAL)
        expected(p, ". or ; or as");
    else
        unexpected(p);
}

static void using(Parser *p, AstDecl *decl)
{
    decl->kind = AST_DECL_USING;
    advance(p);
    decl->using = module_path(p, NULL);
    if (!p->panic && !accept(p, TOKEN_SEMICOLON)) expected(p, ". or ;");
}

/* ---- Modifiers ---------------------------------------------------------------------------------------------------------------- */

static u32 decl_modifier(TokenKind kind)
{
    switch (kind) {
    case TOKEN_PRIVATE: return MOD_PRIVATE;
    case TOKEN_EXTERN: return MOD_EXTERN;
    case TOKEN_FINAL: return MOD_FINAL;
    case TOKEN_MACRO: return MOD_MACRO;
    case TOKEN_DYNAMIC: return MOD_DYNAMIC;
    case TOKEN_INLINE: return MOD_INLINE;
    case TOKEN_PUBLIC: return MOD_PUBLIC;
    case TOKEN_STATIC: return MOD_STATIC;
    case TOKEN_OVERLOAD: return MOD_OVERLOAD;
    default: return 0;
    }
}

static void modifiers(Parser *p, AstDecl *decl)
{
    for (u32 modifier; !p->panic && (modifier = decl_modifier(p->kind)) != 0; advance(p)) decl->modifiers |= modifier;
}

/* Reports the modifiers, among the tokens from `first` to the current one, that such declarations cannot have. */
static void check_modifiers(Parser *p, AstDecl *decl, u32 first, u32 allowed, const char *declarations, bool is_field)
{
    if (!(decl->modifiers & ~allowed & 0xFFFF)) return;
    u32 after = decl->meta.count ? decl->meta.at[decl->meta.count - 1].end : 0;
    for (u32 token = first; token < p->at; token++) {
        const Token *place = &p->lexer.tokens[token];
        TokenKind kind = (TokenKind)place->kind;
        u32 modifier = place->start >= after ? decl_modifier(kind) : 0;
        if (!modifier || (modifier & allowed)) continue;
        const char *message = "%s modifier is not supported for %s";
        u32 end = place->start + place->length;
        if (!is_field) {
            report_at(p, place->start, end, "syntax.modifier", message, token_text(kind), declarations);
            continue;
        }
        /* A field like those of a class: one brace too many has closed it, and all that follow are such fields. */
        if (p->has_errors) p->panic = true;
        error_at(p, place->start, end, "syntax.modifier", message, token_text(kind), declarations);
        return;
    }
}

/* ---- Types -------------------------------------------------------------------------------------------------------------------- */

AstDecl *parse_class(Parser *p, AstDecl *decl, bool need_name)
{
    decl->kind = AST_DECL_CLASS;
    decl->start = start_of(p);
    if (p->kind == TOKEN_INTERFACE) decl->modifiers |= AST_DECL_INTERFACE;
    advance(p);
    if (need_name || is_identifier(p)) decl->name = parse_type_name(p);
    parse_type_params(p, &decl->params);
    /* The two kinds of relations may come in any order; each list is collected for itself. */
    size_t mark = LIST_BEGIN(p);
    AstTypePathList relations;
    u32 kinds[64], count = 0; /* which of them are `extends` */
    memset(kinds, 0, sizeof kinds);
    bool no_brace = false;
    while (p->kind != TOKEN_BRACE_OPEN && !p->panic && !no_brace) {
        if (begins_field(p->kind)) {
            no_brace = true; /* the rest is most likely as it should be */
            report_at(p, start_of(p), end_of(p), "syntax.expected", "Expected extends or implements or {");
            continue;
        }
        bool is_extends = p->kind == TOKEN_EXTENDS;
        if ((!is_extends && p->kind != TOKEN_IMPLEMENTS) || count == 32 * LEN(kinds)) {
            expected(p, "extends or implements or {");
            break;
        }
        advance(p);
        AstTypePath path = {0};
        parse_type_path(p, &path);
        LIST_ADD(p, path);
        if (is_extends) kinds[count / 32] |= 1u << count % 32;
        count++;
    }
    LIST_END(p, mark, &relations);
    for (int extends = 0; extends < 2; extends++) {
        mark = LIST_BEGIN(p);
        for (u32 i = 0; i < relations.count; i++)
            if ((int)(kinds[i / 32] >> i % 32 & 1) == extends) LIST_ADD(p, relations.at[i]);
        LIST_END(p, mark, extends ? &decl->class_.extends : &decl->class_.implements);
    }
    if (no_brace || accept(p, TOKEN_BRACE_OPEN)) parse_fields(p, false, &decl->class_.fields);
    finish_decl_with_fields(p, decl, &decl->class_.fields);
    return decl;
}

static AstEnumConstructor *enum_constructor(Parser *p)
{
    AstEnumConstructor *constructor = NEW(p->arena, AstEnumConstructor);
    constructor->tokens.first = p->at;
    parse_metas(p, &constructor->meta);
    if (p->kind == TOKEN_BRACE_CLOSE && constructor->meta.count) return NULL; /* metadata before nothing, as with fields */
    constructor->start = start_of(p);
    if (p->kind == TOKEN_IDENT && !p->panic) {
        constructor->name = take_identifier(p);
    } else {
        unexpected(p);
    }
    parse_type_params(p, &constructor->params);
    if (accept(p, TOKEN_PAREN_OPEN)) {
        size_t mark = LIST_BEGIN(p);
        while (p->kind != TOKEN_PAREN_CLOSE && !p->panic) {
            AstEnumArg arg = {.optional = accept(p, TOKEN_QUESTION)};
            if (p->kind == TOKEN_IDENT) {
                arg.name = take_identifier(p);
            } else {
                unexpected(p);
            }
            arg.type = parse_type_hint(p);
            if (!arg.type) {
                unexpected(p);
                arg.type = error_type(p);
            }
            LIST_ADD(p, arg);
            if (p->kind != TOKEN_PAREN_CLOSE && !accept(p, TOKEN_COMMA)) unexpected(p);
        }
        LIST_END(p, mark, &constructor->args);
        if (p->panic)
            recover_behind(p, TOKEN_PAREN_CLOSE);
        else
            advance(p);
    }
    constructor->result = parse_type_hint(p);
    constructor->end = end_from(p, constructor->start);
    u32 end = p->at;
    semicolon(p);
    constructor->tokens.end = p->at;
    constructor->hash = hash_tokens(p, DECL_HASH_SEED, constructor->tokens.first, end);
    return constructor;
}

static void enum_decl(Parser *p, AstDecl *decl)
{
    decl->kind = AST_DECL_ENUM;
    decl->name = parse_type_name(p);
    parse_type_params(p, &decl->params);
    require(p, TOKEN_BRACE_OPEN);
    size_t mark = LIST_BEGIN(p), ranges = 0;
    while (!p->panic && p->kind != TOKEN_BRACE_CLOSE) {
        u32 first = p->at;
        AstEnumConstructor *constructor = enum_constructor(p);
        if (constructor) LIST_ADD(p, constructor);
        if (p->panic && !recover_statement(p, first, false)) break;
    }
    LIST_END(p, mark, &decl->enum_.constructors);
    accept(p, TOKEN_BRACE_CLOSE);
    ranges = LIST_BEGIN(p);
    for (u32 i = 0; i < decl->enum_.constructors.count; i++) LIST_ADD(p, decl->enum_.constructors.at[i]->tokens);
    LIST(TokenRange) members;
    LIST_END(p, ranges, &members);
    finish_decl(p, decl, members.at, members.count);
}

/* Behind `abstract`. */
static void abstract_decl(Parser *p, AstDecl *decl)
{
    decl->kind = AST_DECL_ABSTRACT;
    decl->name = parse_type_name(p);
    parse_type_params(p, &decl->params);
    if (accept(p, TOKEN_PAREN_OPEN)) {
        decl->abstract.underlying = parse_type(p);
        if (!require(p, TOKEN_PAREN_CLOSE)) recover_behind(p, TOKEN_PAREN_CLOSE);
    }
    size_t mark = LIST_BEGIN(p);
    AstTypeList conversions;
    u64 to = 0; /* which of the conversions are `to` */
    u32 count = 0;
    while (!p->panic && (is_word(p, p->word.to) || is_word(p, p->word.from))) {
        if (count == 64) {
            unexpected(p);
            break;
        }
        to |= (u64)is_word(p, p->word.to) << count++;
        advance(p);
        LIST_ADD(p, parse_type(p));
    }
    LIST_END(p, mark, &conversions);
    for (u32 is_to = 0; is_to < 2; is_to++) {
        mark = LIST_BEGIN(p);
        for (u32 i = 0; i < conversions.count; i++)
            if ((to >> i & 1) == is_to) LIST_ADD(p, conversions.at[i]);
        LIST_END(p, mark, is_to ? &decl->abstract.to : &decl->abstract.from);
    }
    if (accept(p, TOKEN_BRACE_OPEN))
        parse_fields(p, false, &decl->abstract.fields);
    else if (!p->panic)
        expected(p, "{ or to or from");
    finish_decl_with_fields(p, decl, &decl->abstract.fields);
}

static void typedef_decl(Parser *p, AstDecl *decl)
{
    decl->kind = AST_DECL_TYPEDEF;
    decl->name = parse_type_name(p);
    parse_type_params(p, &decl->params);
    decl->typedef_ = require(p, TOKEN_ASSIGN) ? parse_type(p) : error_type(p);
    u32 end = end_from(p, decl->start);
    accept(p, TOKEN_SEMICOLON);
    finish_decl(p, decl, NULL, 0);
    decl->end = end;
}

/* var, final or function outside any type. `first` is the token at which its metadata and modifiers begin. */
static void module_field(Parser *p, AstDecl *decl, u32 first, TokenKind keyword)
{
    u32 base = p->pending.count;
    TokenRange body = {p->at, p->at};
    decl->kind = AST_DECL_FIELD;
    AstField *field = decl->field = NEW(p->arena, AstField);
    field->meta = decl->meta;
    field->modifiers = decl->modifiers;
    field->start = decl->start;
    if (keyword == TOKEN_FUNCTION) {
        parse_function_field(p, field, &body);
    } else {
        if (is_identifier(p) && !p->panic) {
            field->name = take_identifier(p);
        } else {
            unexpected(p);
        }
        parse_var_field(p, field, &body);
    }
    decl->name = field->name;
    field->end = end_from(p, field->start);
    finish_field(p, field, first, base, body);
    finish_decl(p, decl, NULL, 0);
}

/* ---- Declarations -------------------------------------------------------------------------------------------------------------- */

/* NULL: metadata with nothing behind it. */
static AstDecl *declaration(Parser *p)
{
    AstDecl *decl = NEW(p->arena, AstDecl);
    u32 first = decl->tokens.first = p->at;
    decl->start = start_of(p);
    if (p->kind == TOKEN_IMPORT || p->kind == TOKEN_USING) {
        if (p->kind == TOKEN_IMPORT)
            import(p, decl);
        else
            using(p, decl);
        finish_decl(p, decl, NULL, 0);
        return decl;
    }
    parse_metas(p, &decl->meta);
    if (p->kind == TOKEN_END && decl->meta.count && !p->panic) return NULL;
    u32 first_modifier = p->at;
    modifiers(p, decl);
    decl->start = start_of(p);
    const u32 for_types = MOD_PRIVATE | MOD_EXTERN;
    const u32 for_fields = MOD_PRIVATE | MOD_MACRO | MOD_DYNAMIC | MOD_INLINE | MOD_OVERLOAD | MOD_EXTERN | MOD_FINAL;
    bool after_final = last_kind(p) == TOKEN_FINAL && p->at > first;
    if (p->panic) {
        finish_decl(p, decl, NULL, 0);
        return decl;
    }
    switch (p->kind) {
    case TOKEN_CLASS:
    case TOKEN_INTERFACE:
        check_modifiers(p, decl, first, for_types | MOD_FINAL, "classes", false);
        return parse_class(p, decl, true);
    case TOKEN_ENUM:
        advance(p);
        if (accept(p, TOKEN_ABSTRACT)) {
            check_modifiers(p, decl, first, for_types, "abstracts", false);
            decl->modifiers |= AST_DECL_ENUM_ABSTRACT;
            abstract_decl(p, decl);
        } else {
            check_modifiers(p, decl, first, for_types, "enums", false);
            enum_decl(p, decl);
        }
        return decl;
    case TOKEN_TYPEDEF:
        check_modifiers(p, decl, first, for_types, "typedefs", false);
        advance(p);
        typedef_decl(p, decl);
        return decl;
    case TOKEN_ABSTRACT:
        advance(p);
        if (is_identifier(p)) {
            check_modifiers(p, decl, first, for_types, "abstracts", false);
            abstract_decl(p, decl);
            return decl;
        }
        /* abstract class, with further modifiers in between */
        decl->modifiers |= MOD_ABSTRACT;
        modifiers(p, decl);
        if (p->kind == TOKEN_CLASS || p->kind == TOKEN_INTERFACE) {
            check_modifiers(p, decl, first, for_types | MOD_FINAL | MOD_ABSTRACT, "classes", false);
            return parse_class(p, decl, true);
        }
        unexpected(p);
        break;
    case TOKEN_FUNCTION:
    case TOKEN_VAR: {
        TokenKind keyword = p->kind;
        check_modifiers(p, decl, first, for_fields, "module-level fields", true);
        check_repeated_modifiers(p, first_modifier);
        advance(p);
        module_field(p, decl, first, keyword);
        return decl;
    }
    case TOKEN_IDENT:
    case TOKEN_DOLLAR:
        if (after_final) {
            check_modifiers(p, decl, first, for_fields, "module-level fields", true);
            check_repeated_modifiers(p, first_modifier);
            decl->start = p->lexer.tokens[p->at - 1].start;
            module_field(p, decl, first, TOKEN_FINAL);
            return decl;
        }
        unexpected(p);
        break;
    case TOKEN_BRACE_CLOSE:
        if (p->has_errors) p->panic = true; /* left over from what was not understood */
        unexpected(p);
        break;
    default: unexpected(p); break;
    }
    finish_decl(p, decl, NULL, 0);
    return decl;
}

void parse_file(Parser *p, AstFile *ast)
{
    u64 head = DECL_HASH_SEED;
    if (p->kind == TOKEN_PACKAGE) package(p, ast);
    if (p->panic) recover_declaration(p);
    head = hash_tokens(p, head, 0, p->at);
    size_t mark = LIST_BEGIN(p);
    bool declared = false;
    while (p->kind != TOKEN_END) {
        u32 first = p->at;
        AstDecl *decl = declaration(p);
        if (decl) {
            bool is_head = decl->kind == AST_DECL_IMPORT || decl->kind == AST_DECL_USING;
            if (is_head) head = hash_add(head, decl->hash);
            if (is_head && declared)
                report_at(p, decl->start, decl->end, "syntax.import", "import and using may not appear after a declaration");
            declared |= !is_head && !p->panic;
            if (decl->name.name || is_head) LIST_ADD(p, decl);
        }
        if (!p->panic) continue;
        if (p->at == first) advance(p);
        recover_declaration(p);
    }
    LIST_END(p, mark, &ast->decls);
    ast->head_hash = head;
    ast->hash = hash_tokens(p, DECL_HASH_SEED, 0, p->at);
}
