/* typing: what the files share that type the bodies of functions (body.c, expr*.c, call.c, operator.c, …).
 *
 * A Typing is the state of one body. An expression goes from AstExpr to TExpr by type_expr with a Want, "what the surroundings
 * expect". Whatever can be read, written or called (a variable, a property, an extension method, an overloaded index) is a Ref first;
 * the construct around it decides by ref_read, ref_assign, ref_update or ref_call what becomes of it.
 *
 * Invariants: every TExpr comes from te_new and is listed in the Typing, so closing a body replaces all types in it by interned ones
 * in flat loops, without recursion. A function that meets an error reports it and returns an expression of TYPE_ERROR, never NULL;
 * TYPE_ERROR unifies with everything, so one error has no follow-ups.
 */
#ifndef MOLT_TYPING_H
#define MOLT_TYPING_H

#include "internal.h"

/* ---- What the surroundings expect ------------------------------------------------------------------------------------------------ */

typedef enum WantKind {
    WANT_NOTHING, /* a statement: the value is ignored */
    WANT_VALUE,   /* any value */
    WANT_TYPE     /* a value that should be of this type; the caller still coerces */
} WantKind;
typedef struct Want {
    WantKind kind;
    Type *type;
} Want;
#define want_nothing ((Want){WANT_NOTHING, NULL})
#define want_value ((Want){WANT_VALUE, NULL})
#define want_type(wanted) ((Want){WANT_TYPE, (wanted)})

/* ---- The state of one body --------------------------------------------------------------------------------------------------------- */

/* A function whose body is being typed, the whole one or a local one. */
typedef struct Func {
    struct Func *outer;
    TFunction *function;
    Type *ret;
    u32 loops; /* enclosing loops within this function */
    bool returns_value; /* a `return e` stands in it */
} Func;

/* A visible local variable. Entries of one name are chained, the newest first. */
typedef struct Local {
    Name name;
    TVar *var;
    u32 shadowed; /* index + 1 of the entry that this one hides, 0: none */
} Local;

/* `new Map()`: which class implements it is known when the whole body is typed. */
typedef struct MultiType {
    TExpr *call; /* TE_CALL to be completed */
    Type *type;  /* the abstract with its arguments */
} MultiType;

/* A function whose type was inferred during such a trial: it is forgotten again. */
typedef struct TrialField {
    Field *field;
    u64 former_hash;
} TrialField;

/* The hidden argument that tells a generic function what its parameter stands for. */
typedef struct MadeParam {
    TExpr *argument; /* to be completed */
    TFunction *function; /* it stands within */
    Type *type;      /* Class<T> */
} MadeParam;

typedef struct Typing {
    struct Typing *outer; /* the body whose typing asked for this one */
    Program *program;
    Arena *arena; /* of the body */
    FunctionBody *body;
    Field *field;    /* whose body it is */
    TypeDecl *owner; /* the type the field belongs to */
    u32 file;
    Scope scope;     /* what names and written types mean here; params grow with local generic functions */
    Func *func;
    Type *this_type; /* NULL: there is no `this` */
    TVar *this_var;  /* `this` as a variable: in abstracts, and where a local function captured it */
    bool untyped;    /* within `untyped` */
    bool private_access; /* within @:privateAccess */
    bool bypass_accessor; /* within @:bypassAccessor */
    bool super_called;
    bool searching; /* other bodies are being tried for what they say about this variable's type: */
    VEC(FunctionBody *) trials;
    VEC(TrialField) trial_fields;
    VEC(Local) locals;
    Map visible; /* Name -> index + 1 into locals of the newest entry */
    VEC(TExpr *) exprs;
    VEC(TVar *) vars;
    VEC(TPattern *) patterns;
    VEC(TFunction *) functions;
    VEC(TCatch *) catches;
    VEC(MultiType) multi_types;
    VEC(MadeParam) made_params;
    VEC(Span) null_unsafe; /* expressions under @:nullSafety(Off) */
    u32 synthetic;   /* functions made by the compiler so far: closures of extension methods, bind */
    u32 hard_errors; /* errors that are not "this argument does not fit": no other way of calling is tried after one */
} Typing;

/* ---- typing.c: expressions ------------------------------------------------------------------------------------------------------------ */

#define AT(t, node) ((Span){(t)->file, (node)->start, (node)->end})
#define NAMES(t) (&(t)->program->state->n)
#define CORE(t) (&(t)->program->core)

TExpr *te_new(Typing *t, TExprKind kind, Span span, Type *type);
TExpr *te_error(Typing *t, Span span); /* after a message was given */
TExpr *te_null(Typing *t, Span span, Type *type);
TExpr *te_int(Typing *t, Span span, i32 value);
TExpr *te_bool(Typing *t, Span span, bool value);
TExpr *te_string(Typing *t, Span span, Name text);
TExpr *te_local(Typing *t, Span span, TVar *var); /* marks what is captured */
TExpr *te_binop(Typing *t, Span span, BinOp op, TExpr *left, TExpr *right, Type *type);
TExpr *te_assign(Typing *t, Span span, TExpr *target, TExpr *value);
TExpr *te_call(Typing *t, Span span, TExpr *callee, Type *result, u32 count, TExpr *const *args);
TExpr *te_block(Typing *t, Span span, Type *type, u32 count, TExpr *const *items);
TExpr *te_var(Typing *t, Span span, TVar *var, TExpr *init);
TExpr *te_let(Typing *t, Span span, TVar *var, TExpr *init, TExpr *body);
TExpr *te_if(Typing *t, Span span, Type *type, TExpr *condition, TExpr *then, TExpr *otherwise);
TExpr *te_static(Typing *t, Span span, Field *field, Type *type);
TExpr *te_member(Typing *t, Span span, TExpr *object, Field *field, Type *type);
TExpr *te_cast(Typing *t, Span span, TExpr *operand, Type *to, CastKind kind);
TExpr *te_throw(Typing *t, Span span, TExpr *value);
bool te_is_error(const TExpr *e);
/* Can be evaluated again without effect: locals, this, constants. */
bool te_is_stable(const TExpr *e);
bool te_is_constant(const TExpr *e);


void check_uninitialised(Typing *t); /* uninit.c */
void check_late(Typing *t);          /* late.c */
void check_null_safety(Typing *t);   /* null_safety.c: of a body that is whole */
TExpr *fold_constant(Typing *t, TExpr *e); /* constant.c; NULL: it is none */
TExpr *constant_as(Typing *t, const TExpr *constant, Type *type, Span span); /* a copy that has that type: an Int where a Float is meant is one */

/* ---- typing.c: messages, locals, types ------------------------------------------------------------------------------------------------ */

TExpr *fail(Typing *t, Span span, const char *code, const char *format, ...) PRINTF_LIKE(4, 5); /* report, then te_error */
void report(Typing *t, Span span, const char *code, const char *format, ...) PRINTF_LIKE(4, 5);
void warn(Typing *t, Span span, const char *code, const char *format, ...) PRINTF_LIKE(4, 5);
TExpr *unsupported(Typing *t, Span span, const char *feature); /* Not supported yet by molt: FEATURE */
const char *show(Typing *t, Type *type);

TVar *var_new(Typing *t, Name name, Type *type, Span span);            /* not visible yet */
TVar *var_temp(Typing *t, const char *purpose, Type *type, Span span); /* a temporary of the compiler's, named `purpose */
void var_show(Typing *t, TVar *var);  /* visible from here on under its name */
TVar *var_find(Typing *t, Name name); /* NULL: no such local */
u32 scope_open(Typing *t);
void scope_close(Typing *t, u32 mark);
/* `this`, inside local functions too; reports where there is none. */
TExpr *this_expr(Typing *t, Span span);
bool in_member_initialiser(const Typing *t); /* of an instance variable: there is no `this` */
bool check_super(Typing *t, Span span);      /* ref.c: is there something that super stands for? Reports */

/* The type of a core type that is perhaps not loaded yet; NULL: the library lacks it. */
Type *core_type(Typing *t, TypeDecl *decl);
/* abstract_info, recorded as read: which functions are operators is part of the abstract's signature. */
AbstractInfo *abstract_facts(Typing *t, TypeDecl *decl);
/* The type of a field at a use (field_type_use) that was found without a lookup that records it. */
Type *use_type(Typing *t, Field *field, Type *in);
Type *follow(Typing *t, Type *type);      /* through monomorphs and typedefs */
Type *follow_null(Typing *t, Type *type); /* and through Null<T> */
bool is_decl(Typing *t, Type *type, const TypeDecl *decl); /* after follow */
Type *mono(Typing *t);
/* The expression as a value of that type, through @:from and @:to functions where needed. Reports a mismatch at its span. */
TExpr *coerce(Typing *t, TExpr *e, Type *want);
bool try_coerce(Typing *t, TExpr **e, Type *want); /* no message */
void null_as(Typing *t, TExpr *e, Type *want);     /* a null that is written where `want` is asked for */
TExpr *coerce_at(Typing *t, TExpr *e, Type *want, Span span); /* the message at another place */
/* Typed with that expectation and coerced. */
TExpr *type_as(Typing *t, const AstExpr *ast, Type *want);
/* Any expression (expr.c). */
TExpr *type_expr(Typing *t, const AstExpr *ast, Want want);
/* A type that all have in common; NULL: none. *culprit: the first that does not fit. Null literals make it Null<T>. */
Type *common_type(Typing *t, u32 count, TExpr *const *items, u32 *culprit);

/* Try-outs: monomorphs bound, locals, variables and messages made since can be taken back. */
typedef struct Speculation {
    Diags diags, *outer;
    Span span;
    u32 mark, locals, var_count, exprs, vars, patterns, functions, catches, multi_types, made_params, hard_errors;
    bool had_errors;
} Speculation;
void speculate_begin(Typing *t, Speculation *s, Span span);
bool speculate_failed(const Speculation *s);
void speculate_keep(Typing *t, Speculation *s); /* messages become real */
void speculate_undo(Typing *t, Speculation *s); /* those about places outside of span stay */

/* ---- Functions (body.c, closure.c) -------------------------------------------------------------------------------------------------------- */

TFunction *function_new(Typing *t, const AstFunction *ast, Span span, u64 own_tokens, u64 whole_tokens);
/* A local function of the compiler's own, entered: its body is typed next, then function_leave closes it. */
TFunction *function_synthetic(Typing *t, Func *func, Type *type, Span span);
TExpr *function_leave(Typing *t, Func *func, TExpr *value, Span span); /* value is what it returns; gives the TE_FUNCTION */
/* Arguments as variables, their default values, the body; `type` is the function's. Between the two calls the arguments are visible. */
void function_args(Typing *t, TFunction *function, const AstFunction *ast, Type *type, u32 first);
TExpr *function_body(Typing *t, const AstFunction *ast, Type *ret);
/* A return without value in an abstract's constructor gives `this`, read at span; any other is left alone. */
void return_this(Typing *t, TExpr *back, Span span);
TExpr *type_local_function(Typing *t, const AstExpr *ast, Want want);

/* ---- The other constructs, a file each -------------------------------------------------------------------------------------------------- */

TExpr *type_block(Typing *t, const AstExpr *ast, Want want);
TExpr *type_vars(Typing *t, const AstExpr *ast);
TExpr *type_literal(Typing *t, const AstExpr *ast);              /* literal.c */
TExpr *type_format(Typing *t, const AstExpr *ast);               /* literal.c: '…$x…' */
TExpr *type_binop(Typing *t, const AstExpr *ast, Want want);     /* operator.c */
TExpr *type_unop(Typing *t, const AstExpr *ast, Want want);      /* operator.c */
/* left op right of typed operands; assignment operators of `op=` take their operator here as well. */
TExpr *make_binop(Typing *t, AstBinop op, TExpr *left, TExpr *right, Span span);
BinOp binop_core(AstBinop op);
/* Overloads: the operand's abstract has @:op for it. overloaded_assign is for @:op(A += B) itself. NULL: there is none. */
bool has_overloads(Typing *t, const TExpr *left, const TExpr *right);
TExpr *overloaded_binop(Typing *t, AstBinop op, TExpr *left, TExpr *right, Span span);
TExpr *overloaded_assign(Typing *t, AstBinop op, TExpr *left, TExpr *right, Span span);
TExpr *overloaded_unop(Typing *t, AstUnop op, bool postfix, TExpr *operand, Span span);
Type *unary_type(Typing *t, TExpr *operand, Span span); /* of -x, ++x; NULL after a message */
TExpr *type_object(Typing *t, const AstExpr *ast, Want want);    /* object.c */
TExpr *type_array_literal(Typing *t, const AstExpr *ast, Want want);     /* array.c */
TExpr *type_for(Typing *t, const AstExpr *ast, Want want);       /* loops.c */
TExpr *type_while(Typing *t, const AstExpr *ast);                /* loops.c */
TExpr *type_switch(Typing *t, const AstExpr *ast, Want want);    /* switch.c */
TExpr *type_match(Typing *t, TExpr *subject, const AstExpr *call); /* switch.c: value.match(pattern) */
TExpr *type_try(Typing *t, const AstExpr *ast, Want want);       /* try.c */
TExpr *type_new(Typing *t, const AstExpr *ast, Want want);       /* construct.c */
TExpr *new_param(Typing *t, Type *type, const AstExprList *args, Span span); /* made_param.c: new T() */
TExpr *made_param_argument(Typing *t, Type *type, Span span);
void made_param_complete(Typing *t, MadeParam *pending);
void store_made_params(Typing *t, TExpr **body); /* a constructor keeps the classes first of all */
TExpr *type_super_call(Typing *t, const AstExpr *ast);           /* construct.c */
TExpr *constructor_closure(Typing *t, TypeDecl *decl, Span span); /* construct.c: C.new as a value */
TExpr *type_trace(Typing *t, const AstExpr *ast);                /* call.c */
TExpr *pos_infos(Typing *t, Span span);                          /* call.c */
void multi_type_complete(Typing *t, MultiType *pending);         /* construct.c */
/* Branches of a value: coerced to the wanted type or to what they have in common, which is given back. Void: no value. */
Type *join_branches(Typing *t, u32 count, TExpr **branches, Want want, Span span);
TExpr *type_condition(Typing *t, const AstExpr *ast, Span whole); /* of the construct that wrong types are reported at */
/* What string concatenation takes: abstracts with toString are asked for it. */
TExpr *as_text(Typing *t, TExpr *e);

/* ---- Patterns (pattern.c, exhaust.c) -------------------------------------------------------------------------------------------------------- */

/* The variables that the patterns of one case bind. */
typedef struct PatternVars {
    VEC(TVar *) bound;  /* by the alternative being typed */
    TVar **shared;      /* by the first alternative: the others bind the same ones; NULL: this is the first */
    u32 shared_count;
} PatternVars;
/* tuple: the subject is an array literal whose elements have these types; NULL otherwise. */
TPattern *type_pattern(Typing *t, const AstExpr *ast, Type *type, PatternVars *vars, TExpr *const *tuple, u32 tuple_count);
bool is_ident_underscore(const AstExpr *ast);
/* All patterns of a case, as alternatives of each other. */
void type_patterns(Typing *t, const AstExprList *list, Type *type, TCase *out, PatternVars *vars, TExpr *const *tuple, u32 tuple_count);
/* Sets exhaustive; reports what is missing (unless it may be: a statement over an endless type) and warns of cases never reached. */
const TPattern *pattern_head(const TPattern *p); /* what it tests first, behind captures; NULL: nothing */
bool pattern_same_head(const TPattern *a, const TPattern *b); /* the same constructor, constant, length */
u64 pattern_constant_key(const TExpr *e); /* equal for equal constants */
void check_useless(Typing *t, const TExpr *e, bool has_default, u32 tuple_count); /* useless.c */
void check_switch(Typing *t, TExpr *e, const AstSwitch *ast, bool is_statement, TExpr *const *tuple, u32 tuple_count);

/* ---- Refs: what can be read, written and called (ref.c, field.c, assign.c, call.c) ----------------------------------------------------- */

typedef enum RefKind {
    REF_VALUE,     /* expr; to be assigned it must be a LOCAL, a FIELD of a variable or an INDEX */
    REF_PROPERTY,  /* field with accessors; expr: the object, NULL if static */
    REF_ANON_PROPERTY, /* member of the structure expr, with accessors */
    REF_EXTENSION, /* the static function `field` with expr as first argument: `using`, members of abstracts */
    REF_INDEX,     /* overloaded []: expr[index] */
    REF_RESOLVE,   /* @:op(a.b): expr, name */
    REF_BIND,      /* expr.bind, of a function */
    REF_TYPE       /* the name of a type */
} RefKind;

/* A value made once for all that follows: temporary and initialiser. `safe`: from `?.`, what follows happens only if it is not null. */
typedef struct LetStep {
    struct LetStep *outer;
    TVar *var;
    TExpr *init;
    bool safe;
} LetStep;

typedef struct Ref {
    RefKind kind;
    Span span;
    TExpr *expr;
    Type *type;  /* PROPERTY, ANON_PROPERTY: its type. EXTENSION: of the function, its parameters fresh. Others: of the value */
    Field *field;   /* VALUE: the inline variable that was replaced by its value, else NULL */
    TypeDecl *decl; /* TYPE */
    TExpr *index;
    Name name;
    const AnonField *member; /* ANON_PROPERTY */
    Type *in;      /* PROPERTY: the type that declares it, with arguments */
    LetStep *lets; /* to be put around what becomes of it */
} Ref;

Ref ref_value(TExpr *e);
Ref type_ref(Typing *t, const AstExpr *ast, Want want); /* paths, fields, indices, calls; anything else is a REF_VALUE */
Ref ref_ident(Typing *t, Name name, Span span, Want want); /* kind REF_VALUE with expr NULL: unknown */
Ref ref_field(Typing *t, TExpr *object, Name name, Span span, Span name_span);   /* object.name */
TypeDecl *typedef_value(Typing *t, TypeDecl *decl); /* what a typedef stands for, followed; NULL: no type that has a name */
Ref ref_static(Typing *t, TypeDecl *decl, Name name, Span span, Span name_span); /* Type.name */
Ref ref_static_field(Typing *t, Field *field, Span span);
Ref ref_member(Typing *t, TExpr *object, Field *field, Type *in, Span span);
Ref ref_index(Typing *t, TExpr *object, const AstExpr *index, Span span);
/* The call of a @:arrayAccess function (value NULL: for reading), of a property's accessor. */
TExpr *index_call(Typing *t, Ref ref, TExpr *value);
TExpr *accessor_call(Typing *t, Ref ref, Name accessor, Type *result, TExpr *value);
bool ref_in_accessor(const Typing *t, Ref ref, Name accessor); /* of a property: does the code stand in this accessor of it? */
/* An ANON_PROPERTY is read (value NULL) or written: accessors are called by name, the program as it runs knows of what. */
TExpr *ref_anon(Typing *t, Ref ref, TExpr *value, Span span);
Ref ref_physical(Typing *t, Ref ref); /* a property's own place; reports that it has none */
TExpr *with_lets(Typing *t, TExpr *e, LetStep *lets);
TExpr *ref_read(Typing *t, Ref ref);
bool may_use_restricted(Typing *t, Field *field); /* access `null`: from the class itself and subclasses */
/* Where a value can be stored; reports where it cannot. `update`: it is read as well (++, +=), which words the message. */
bool ref_check_write(Typing *t, Ref ref, Span span, bool update);
TExpr *ref_store(Typing *t, Ref ref, TExpr *value, Span span);  /* of the right type; gives the value of the assignment */
Ref ref_stabilise(Typing *t, Ref ref); /* object and index are evaluated once, in ref.lets */
TExpr *type_assign(Typing *t, const AstExpr *ast);
TExpr *type_assign_op(Typing *t, const AstExpr *ast);
TExpr *type_increment(Typing *t, const AstExpr *ast);
TExpr *ref_call(Typing *t, Ref ref, const AstExprList *args, Span span, Want want);
TExpr *type_bind(Typing *t, TExpr *callee, const AstExprList *args, Span span); /* f.bind(…), closure.c */
/* Arguments of a call against the function's from number `first` on; NULL after a message. What is left out is filled in. */
TExpr **match_args(Typing *t, Type *function, u32 first, const AstExprList *args, Span span, u32 *count);

/* The call of one of several functions of the same name: `first` is any of them, `receiver` the object or what an extension extends. */
TExpr *call_overloaded(Typing *t, const Field *first, TExpr *receiver, const AstExprList *args, Span span); /* choose.c */

typedef struct Extension {
    Field *field;
    Type *type;
    TExpr *receiver;
} Extension;
bool find_extension(Typing *t, TExpr *receiver, Name name, Extension *out);

#endif
