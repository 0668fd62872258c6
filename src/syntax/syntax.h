/* syntax: from the text of a file to its tree, for the whole of Haxe 4.3, and back.
 *
 * syntax_parse never fails: what it cannot read becomes a diagnostic and an ERROR node, and the rest of the file is still parsed. The
 * tree, its tokens and its lists live in the arena given; names are interned; nothing points into the source text, which may be
 * released while the tree lives on. A tree is not changed after parsing, so threads may share it.
 *
 * Positions are byte offsets into the file, `end` exclusive; a node covers its first to its last token. Conditional compilation is
 * resolved while reading: tokens, hashes and trees know only what survives.
 *
 * Depth: parsing refuses nesting deeper than SYNTAX_MAX_DEPTH, so code that recurses once a level is safe on a 256 MB stack. But chains
 * that associate to the left (a + b + …, a.b().c()…, a is T is U) nest to the left without limit: follow syntax_left in a loop, never
 * by recursion.
 */
#ifndef MOLT_SYNTAX_H
#define MOLT_SYNTAX_H

#include "../base/base.h"
#include "../source/source.h"

#define SYNTAX_MAX_DEPTH 12000

/* ---- Tokens ------------------------------------------------------------------------------------------------------------------ */

typedef enum TokenKind {
#define TOKEN(name, description) TOKEN_##name,
#define KEYWORD(name, text) TOKEN_##name,
#define PUNCT(name, text) TOKEN_##name,
#include "tokens.def"
} TokenKind;

typedef struct Token {
    u32 start;
    u32 length : 24; /* longer literals are an error */
    u32 kind : 8;    /* TokenKind */
} Token;

/* Token numbers within the file, `end` exclusive. */
typedef struct TokenRange {
    u32 first, end;
} TokenRange;

/* ---- Parts ------------------------------------------------------------------------------------------------------------------- */

/* A finished list; read it with a plain index loop. */
#define LIST(T)        \
    struct {           \
        T *at;         \
        u32 count;     \
    }

typedef struct AstExpr AstExpr;
typedef struct AstType AstType;
typedef struct AstField AstField;
typedef struct AstDecl AstDecl;
typedef struct AstFunction AstFunction;

typedef struct Ident {
    Name name; /* NULL: there is none */
    u32 start, end;
} Ident;

typedef LIST(Ident) IdentList;
typedef LIST(AstExpr *) AstExprList;
typedef LIST(AstType *) AstTypeList;
typedef LIST(AstField *) AstFieldList;
typedef LIST(AstFunction *) AstFunctionList;

/* @name(args). The name keeps a leading ':' and its dots: ":native", "author", ":hot.was". */
typedef struct AstMeta {
    Ident name;
    AstExprList args;
    u32 start, end;
} AstMeta;
typedef LIST(AstMeta) AstMetaList;

/* Hashes of what a function or an initialiser consists of: kinds and texts of tokens, so white space, comments and positions do not
 * count. A local function counts in `own` of what encloses it as one mark, wherever its own text changes. */
typedef struct CodeHash {
    u64 sig;  /* all tokens outside the body: metadata, modifiers, name, arguments with default values, types */
    u64 body; /* all tokens of the body or initialiser; 0: there is none */
    u64 own;  /* the same without those of local functions; equal to body when there are none */
} CodeHash;

/* ---- Types ------------------------------------------------------------------------------------------------------------------- */

typedef enum AstTypeKind {
#define TYPE(name) AST_TYPE_##name,
#include "nodes.def"
} __attribute__((packed)) AstTypeKind;

/* An argument of a type path: either a type or a constant expression. */
typedef struct AstTypeArg {
    AstType *type;
    AstExpr *expr;
} AstTypeArg;
typedef LIST(AstTypeArg) AstTypeArgList;

typedef struct AstTypePath {
    IdentList package;
    Ident name;
    Ident sub; /* Name.Sub; name NULL: none */
    AstTypeArgList args;
    u32 start, end;
} AstTypePath;
typedef LIST(AstTypePath) AstTypePathList;

typedef struct AstFunctionTypeArg {
    Ident name; /* name NULL: unnamed */
    bool optional, rest;
    AstType *type;
    u32 start, end;
} AstFunctionTypeArg;

struct AstType {
    AstTypeKind kind;
    u32 start, end;
    union {
        AstTypePath path; /* PATH */
        struct {
            LIST(AstFunctionTypeArg) args; /* `Void -> T` has one argument of type Void: the typer drops it */
            AstType *result;
        } function;
        struct {
            AstTypePathList bases; /* > Base */
            AstFieldList fields;
        } anonymous;
        AstType *inner;    /* PAREN, OPTIONAL, REST */
        AstTypeList parts; /* INTERSECTION */
    };
};

/* <@meta T:Constraint = Default> */
typedef struct AstTypeParam {
    AstMetaList meta;
    Ident name;
    AstType *constraint;   /* NULL: none; several are an INTERSECTION */
    AstType *default_type; /* NULL: none */
    u32 start, end;
} AstTypeParam;
typedef LIST(AstTypeParam) AstTypeParamList;

/* ---- Functions --------------------------------------------------------------------------------------------------------------- */

typedef struct AstArgument {
    AstMetaList meta;
    Ident name;
    bool optional, rest; /* ?name, ...name */
    AstType *type;          /* NULL: none; of a rest argument the element type */
    AstExpr *value;         /* default value, NULL: none */
    u32 start, end;
} AstArgument;

typedef enum AstFunctionKind { FUNCTION_FIELD, FUNCTION_NAMED, FUNCTION_ANONYMOUS, FUNCTION_ARROW } AstFunctionKind;

struct AstFunction {
    AstFunctionKind kind;
    bool is_inline; /* inline function name() …; a field's modifiers are in Field */
    Ident name;     /* of a field or a named local function */
    AstTypeParamList params;
    LIST(AstArgument) args;
    AstType *result; /* NULL: none given */
    AstExpr *body;   /* NULL: none (interfaces, externs). Of an arrow function the expression: its value is returned */
    u32 start, end;
    /* Of a local function: all its tokens, those of `body`, its hashes (sig: its tokens outside the body). Of a field: see Field. */
    TokenRange tokens, body_tokens;
    CodeHash hash;
    AstFunctionList locals; /* the local functions directly within, in source order (those in default arguments too) */
    AstFunction *parent;    /* the local function that encloses this one; NULL: it stands in the field itself */
    u32 ordinal;         /* number among the unnamed functions (ANONYMOUS, ARROW) of its parent or field, from 1; 0 for named ones */
};

/* ---- Expressions ------------------------------------------------------------------------------------------------------------- */

typedef enum AstExprKind {
#define EXPR(name, member) EXPR_##name,
#include "nodes.def"
} __attribute__((packed)) AstExprKind;

typedef enum AstUnop {
#define UNOP(name, text) AST_UNOP_##name,
#include "nodes.def"
} __attribute__((packed)) AstUnop;

typedef enum AstBinop {
#define BINOP(name, text, level) BINOP_##name,
#define ASSIGN_OP(name, text, base) BINOP_##name,
#include "nodes.def"
} __attribute__((packed)) AstBinop;

typedef struct AstObjectField {
    Ident key;
    bool quoted;
    AstExpr *value;
} AstObjectField;

typedef struct AstVarDecl {
    AstMetaList meta;
    Ident name;
    bool is_final, is_static;
    AstType *type;  /* NULL: none */
    AstExpr *value; /* NULL: none */
    struct AstField *field; /* static: the same as a static variable of the class; NULL for others */
    u32 start, end;
} AstVarDecl;

/* A case; patterns are expressions (`var x` is a VARS). The default case has no patterns. */
typedef struct AstCase {
    AstExprList patterns;
    AstExpr *guard; /* NULL: none */
    AstExpr *body;  /* a BLOCK; NULL: empty */
    u32 start, end;
} AstCase;

typedef struct AstSwitch {
    AstExpr *subject;
    LIST(AstCase) cases;
    AstCase *fallback; /* default:, NULL: none */
} AstSwitch;

/* for (key => value in iterable) body; key.name NULL: for (value in iterable). Within `macro` the header may be anything: then iterable
 * is NULL and only header says what it was. */
typedef struct AstFor {
    Ident key, value;
    AstExpr *iterable;
    AstExpr *header; /* what stands in the parentheses: `value in iterable` as BINOP_IN */
    AstExpr *body;
} AstFor;

typedef struct AstCatch {
    Ident name;
    AstType *type; /* NULL: none, haxe.Exception */
    AstExpr *body;
    u32 start, end;
} AstCatch;

struct AstExpr {
    AstExprKind kind;
    union {
        AstBinop binop;
        AstUnop unop;
    };
    bool postfix;  /* UNOP */
    bool safe;     /* FIELD: object?.name */
    bool do_while; /* WHILE */
    bool single;   /* STRING: in single quotes */
    bool piece;    /* STRING: a stretch of plain text within a FORMAT */
    bool negative; /* INT, FLOAT: a `-` before the literal was folded in, as the official compiler does */
    u32 start, end;
    union {
        Name ident;
        struct {
            Name text;   /* digits as written, without sign, `_` and suffix: "255", "0xFF", "0b11", "1.5e3" */
            Name suffix; /* "i32", "i64", "u32", "f64"; NULL: none */
            union {
                u64 bits;     /* INT: magnitude; UINT64_MAX when it does not fit in 64 bits */
                double value; /* FLOAT: magnitude */
            };
        } number;
        struct {
            Name text; /* escapes decoded, $$ made $ */
            Name raw;  /* escapes decoded, $ as written: what metadata, object keys and other places without interpolation see */
        } string;
        struct {
            AstExprList parts; /* STRING, IDENT for $name, anything else for ${…}; in source order */
            Name raw;       /* as string.raw */
        } format;
        struct {
            Name pattern; /* escapes of the literal (\/ \n \r \t) decoded, those of the expression kept */
            Name options; /* of "gimsu", "" when there are none */
        } regexp;
        struct {
            AstExpr *left, *right;
        } pair;
        AstExpr *operand;
        struct {
            AstExpr *object;
            Ident name;
        } field;
        struct {
            LIST(AstObjectField) fields;
        } object;
        AstExprList list;
        struct {
            AstExpr *callee;
            AstExprList args;
        } call;
        struct {
            AstTypePath *type;
            AstExprList args;
        } new_;
        AstFunction *function;
        struct {
            LIST(AstVarDecl) items;
        } vars;
        AstFor *for_;
        struct {
            AstExpr *condition, *then, *otherwise;
        } branch;
        AstSwitch *switch_;
        struct {
            AstExpr *body;
            LIST(AstCatch) catches;
        } try_;
        struct {
            AstExpr *operand;
            AstType *type;
        } typed;
        struct {
            AstMeta *meta;
            AstExpr *operand;
        } meta;
        AstDecl *decl;
        struct {
            Name name; /* with its $ */
            AstExpr *operand;
        } reify;
    };
};

/* ---- Declarations ------------------------------------------------------------------------------------------------------------ */

/* Modifiers of fields and declarations, a bit each. */
typedef enum Modifier {
    MOD_PUBLIC = 1 << 0,
    MOD_PRIVATE = 1 << 1,
    MOD_STATIC = 1 << 2,
    MOD_INLINE = 1 << 3,
    MOD_FINAL = 1 << 4, /* `final x` too */
    MOD_OVERRIDE = 1 << 5,
    MOD_DYNAMIC = 1 << 6,
    MOD_MACRO = 1 << 7,
    MOD_EXTERN = 1 << 8,
    MOD_ABSTRACT = 1 << 9,
    MOD_OVERLOAD = 1 << 10,
    AST_DECL_INTERFACE = 1 << 16,     /* class declarations: interface */
    AST_DECL_ENUM_ABSTRACT = 1 << 17, /* abstract declarations: enum abstract */
} Modifier;

typedef enum AstFieldKind {
    AST_FIELD_VAR,      /* var, final */
    AST_FIELD_PROPERTY, /* var x(get, set) */
    AST_FIELD_FUNCTION,
} AstFieldKind;

struct AstField {
    AstFieldKind kind;
    u32 modifiers;
    bool optional; /* ?name, var ?name: in structures */
    AstMetaList meta;
    Ident name;
    u32 start, end;         /* from the first modifier or keyword, metadata left out, to the last token (`;` or the body's) */
    Ident get, set;         /* PROPERTY: get, set, default, null, never, dynamic, or the old style's method name */
    AstType *type;             /* VAR, PROPERTY; NULL: none */
    AstExpr *value;            /* VAR, PROPERTY: initialiser; NULL: none */
    AstFunction *function;     /* FUNCTION */
    TokenRange tokens;      /* the whole field */
    TokenRange body_tokens; /* the function's body or the initialiser; first == end: none */
    /* Fields of structure types and of `macro class` have no hashes: they belong to what encloses them. */
    CodeHash hash;          /* sig: everything but body or initialiser and the `=` and `;` around it. The same as function->hash */
    AstFunctionList locals;    /* the local functions directly within body or initialiser. The same as function->locals */
    LIST(AstField *) statics;  /* static local variables anywhere within, each as a static variable named field$variable */
};

typedef struct AstEnumArg {
    Ident name;
    bool optional;
    AstType *type;
} AstEnumArg;

typedef struct AstEnumConstructor {
    AstMetaList meta;
    Ident name;
    AstTypeParamList params;
    LIST(AstEnumArg) args;
    AstType *result; /* NULL: none given (it is a GADT's) */
    u32 start, end;
    TokenRange tokens;
    u64 hash;
} AstEnumConstructor;

typedef enum ImportMode { IMPORT_NORMAL, IMPORT_ALL, IMPORT_ALIAS } ImportMode;

typedef enum AstDeclKind {
#define DECL(name) AST_DECL_##name,
#include "nodes.def"
} AstDeclKind;

struct AstDecl {
    AstDeclKind kind;
    u32 modifiers;     /* Modifier */
    u32 start, end;    /* from its keyword on, metadata and modifiers left out, as the official compiler reports it */
    TokenRange tokens; /* metadata and modifiers included */
    /* All tokens but those of the members between the braces (fields of classes and abstracts, constructors of enums). Of an import,
     * a using and a typedef: all. Of a module-level field: see its Field. */
    u64 header_hash;
    u64 hash; /* all tokens */
    AstMetaList meta;
    Ident name;
    AstTypeParamList params;
    union {
        struct {
            IdentList path;
            ImportMode mode;
            Ident alias;
        } import;
        IdentList using;
        struct {
            AstTypePathList extends; /* several: an interface's */
            AstTypePathList implements;
            AstFieldList fields;
        } class_;
        struct {
            LIST(AstEnumConstructor *) constructors;
        } enum_;
        AstType *typedef_;
        struct {
            AstType *underlying; /* NULL: none given (core types) */
            AstTypeList from, to;
            AstFieldList fields;
        } abstract;
        AstField *field;
    };
};
typedef LIST(AstDecl *) DeclList;

/* ---- The file ---------------------------------------------------------------------------------------------------------------- */

typedef struct AstFile {
    Arena *arena;
    u32 file;          /* id of the source file: spans are {file, node->start, node->end} */
    bool has_errors;   /* a syntax error was reported */
    bool has_package;  /* a package declaration stands in the file */
    IdentList package; /* empty: the root */
    DeclList decls;    /* imports and usings included, in source order */
    u64 hash;          /* all surviving tokens */
    u64 head_hash;     /* those of package, imports and usings */
    Token *tokens;     /* in order; the last one is TOKEN_END */
    u32 token_count;   /* TOKEN_END included */
} AstFile;

#define AST_SPAN(ast, node) ((Span){(ast)->file, (node)->start, (node)->end})

/* Parses the text that `file` holds. `defines`: Name -> const char * value, what -D and the target define. Diagnostics have codes
 * "syntax.…". Never NULL. */
AstFile *syntax_parse(Names *names, Diags *diags, const SourceFile *file, const Map *defines, Arena *arena);

/* ---- Operators and names ----------------------------------------------------------------------------------------------------- */

const char *token_text(TokenKind kind);  /* text of a keyword or punctuation, description of the others */
const char *token_kind_name(TokenKind kind); /* "PAREN_OPEN" */
const char *expr_kind_name(AstExprKind kind); /* "BINOP" */
const char *type_kind_name(AstTypeKind kind);
const char *decl_kind_name(AstDeclKind kind);
const char *unop_text(AstUnop op);
const char *binop_text(AstBinop op);
int binop_level(AstBinop op); /* the lower the tighter */
bool binop_is_assign(AstBinop op); /* = and the compound ones */
AstBinop binop_base(AstBinop op); /* of a compound assignment its operator; any other: itself */

/* The part of an expression that its text begins with and that may be nested without limit: the left operand, the object of a field
 * access, the callee of a call, the array of an access, the operand of `is` and of a postfix operator, a ternary's condition. NULL for
 * all other kinds. */
AstExpr *syntax_left(const AstExpr *expr);

/* ---- Two revisions of a file ------------------------------------------------------------------------------------------------- */

/* The number of the token that begins at or before offset, 0 when there is none. */
u32 syntax_token_at(const AstFile *ast, u32 offset);

/* Where an offset within `old_range` of the old revision lies in the new one, the two ranges holding equal tokens (equal hashes): in
 * the token of the same number, at the same distance from its start. */
u32 syntax_map_offset(const AstFile *old_ast, TokenRange old_range, const AstFile *new_ast, TokenRange new_range, u32 offset);

/* The same for a span; its end stays with the token that it ends. */
Span syntax_map_span(const AstFile *old_ast, TokenRange old_range, const AstFile *new_ast, TokenRange new_range, Span span);

/* True if every token of the ranges, which hold equal tokens, begins at the same offset in both: nothing need be mapped. */
bool syntax_same_offsets(const AstFile *old_ast, TokenRange old_range, const AstFile *new_ast, TokenRange new_range);

/* ---- Comparison and output --------------------------------------------------------------------------------------------------- */

/* Equal trees, positions, token numbers and hashes aside. Names must come from one table. */
bool syntax_equal(const AstFile *a, const AstFile *b);
bool syntax_equal_expr(const AstExpr *a, const AstExpr *b);
bool syntax_equal_type(const AstType *a, const AstType *b);

/* Haxe source that parses back to an equal tree. */
void syntax_print(const AstFile *ast, Text *out);
void syntax_print_decl(const AstDecl *decl, Text *out);
void syntax_print_field(const AstField *field, Text *out);
void syntax_print_expr(const AstExpr *expr, Text *out); /* on one line where it has no blocks */
void syntax_print_type(const AstType *type, Text *out);

/* The tree, one node a line, children indented: `BINOP + 12-17`. */
void syntax_dump(const AstFile *ast, Text *out);
/* The tokens, one a line: `LINE:COLUMN KIND text`. `file` must hold the text that was parsed. */
void syntax_dump_tokens(const AstFile *ast, const SourceFile *file, Text *out);

#endif
