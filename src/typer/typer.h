/* typer: from syntax trees to a typed program.
 *
 * The program's model consists of entities: modules, type declarations, fields. An entity's address is its identity for the life of
 * the process (found by qualified name); its content is replaced by updates, always under the undo log (`program->undo`, through
 * undo_touch), so that a failed update leaves every byte as it was. Nothing outside this folder writes to an entity.
 *
 * Typing is lazy by field: a declaration's headers are resolved when its module is loaded, a field's type when somebody asks for it
 * (field_type), a body when it is to be compiled (field_body). Whatever a body's typing looked at is recorded in its ReadSet, from
 * which the live engine's dependency graph says what a change concerns.
 *
 * Lifetimes. Entities and interned types: the program's. Syntax trees: their file's revision. Monomorphs and typed bodies: the arena
 * of that body. A closed type (no unbound monomorph) that outlives a body is interned (type_intern), so equal types are equal
 * pointers and the table grows only with distinct types.
 *
 * Thread rule: the compiler thread alone.
 */
#ifndef MOLT_TYPER_H
#define MOLT_TYPER_H

#include "../base/base.h"
#include "../source/source.h"
#include "../syntax/syntax.h"

typedef struct Program Program;
typedef struct Module Module;
typedef struct TypeDecl TypeDecl;
typedef struct Field Field;
typedef struct Type Type;
typedef struct TypeParam TypeParam;
typedef struct TExpr TExpr;
typedef struct TVar TVar;
typedef struct FunctionBody FunctionBody;
typedef VEC(TypeParam *) TypeParamVec;

/* ---- Entities and what can be read of them --------------------------------------------------------------------------------------- */

/* The facets of an entity on which compiled code can depend. Each has a hash; code that read the facet is stale when the hash differs. */
typedef enum Facet {
    FACET_SIGNATURE, /* field: its typed signature, access, flags. type: header (kind, parameters, super, interfaces, meta) */
    FACET_MEMBERS,   /* type or module or package: which names it has. Read by every lookup that searched it in vain or in passing */
    FACET_CONSTANT,  /* inline variable, enum-abstract value, default argument values: the constant itself */
    FACET_BODY,      /* inline function: its body; static final, instance variable: initialiser (constructors hold constant ones) */
    FACET_IMPORTS,   /* module: imports, usings, defines */
    FACET_LAYOUT,    /* class: instance fields with representation; enum: constructors with parameters */
    FACET_COUNT
} Facet;

typedef enum EntityKind { ENTITY_MODULE, ENTITY_TYPE, ENTITY_FIELD, ENTITY_PACKAGE } EntityKind;

typedef struct Entity {
    EntityKind kind;
    u32 id;               /* dense, never used twice in one process */
    u64 hash[FACET_COUNT]; /* of the present content; 0: not computed or has no such facet */
} Entity;

/* What one function's typing and lowering read. A set: one row an entity and facet. Owned by the reader (malloc). */
typedef struct Read {
    Entity *entity;
    Facet facet;
    u64 hash; /* as it was read */
} Read;
typedef struct ReadSet {
    VEC(Read) list;
    Map seen; /* entity id * FACET_COUNT + facet + 1 */
} ReadSet;
void reads_add(ReadSet *reads, Entity *entity, Facet facet); /* reads may be NULL */
void reads_free(ReadSet *reads);

/* ---- Types ------------------------------------------------------------------------------------------------------------------------ */

typedef enum TypeKind {
    TYPE_MONO,    /* unbound until `bound` is set; type_follow goes through it */
    TYPE_DECL,    /* a class, interface, enum, typedef or abstract with arguments: decl, args[] */
    TYPE_FUN,     /* args[], ret */
    TYPE_ANON,    /* structure: anon */
    TYPE_DYNAMIC, /* Dynamic, or Dynamic<elem> */
    TYPE_PARAM,   /* a type parameter of a declaration or of a function: param */
    TYPE_ERROR    /* after an error was reported: unifies with everything, causes no further message */
} TypeKind;

typedef struct FunArg {
    Name name; /* NULL in a type written without names */
    Type *type; /* `?x:T` is Null<T> already, `x:T = 1` is T, `...x:T` is haxe.Rest<T> */
    bool optional;
    bool rest;
} FunArg;

/* How a variable is read or written from outside: default, null, get/set through a function, never, inline constant. */
typedef enum Access { ACCESS_DEFAULT, ACCESS_NULL, ACCESS_CALL, ACCESS_NEVER, ACCESS_INLINE, ACCESS_DYNAMIC } Access;

typedef struct AnonField {
    Name name;
    Type *type; /* of an optional field Null<T> already */
    bool optional, is_method;
    bool is_final;      /* write is ACCESS_NEVER then */
    const TypeParamVec *params; /* of a generic function: each use has its own arguments; NULL: none */
    Access read, write; /* `var x(get, never)` in a structure: ACCESS_CALL calls get_x of the value; methods: DEFAULT, NEVER */
} AnonField;

typedef struct AnonType {
    u32 count;
    AnonField *fields; /* sorted by name's text: two structures with the same fields are the same */
    bool is_open;      /* the type of an expression that may still gain fields by unification (monomorph structure) */
    bool is_const;     /* of an object literal: extra fields are an error on assignment */
} AnonType;

struct Type {
    TypeKind kind;
    bool closed;     /* contains no monomorph; interned types are closed */
    bool interned;
    bool has_params; /* a TYPE_PARAM stands somewhere in it: type_substitute has something to do */
    u32 id;          /* of interned types: dense, stable; 0 otherwise */
    u64 hash;        /* of interned types: structural, by names; 0: not computed */
    union {
        struct {
            Type *bound;
            u32 number;
            TypeParam *of; /* the parameter that it stands for at a use; NULL */
            VEC(Type *) constraints; /* what it is bound to must satisfy them: from T:Constraint; an open structure holds the fields
                                        that were used of it so far */
        } mono;
        struct {
            TypeDecl *decl;
            u32 count;
            Type **args;
        } decl;
        struct {
            u32 count;
            FunArg *args;
            Type *ret;
        } fun;
        AnonType *anon;
        Type *dynamic; /* element, NULL for plain Dynamic */
        TypeParam *param;
    };
};

struct TypeParam {
    Name name;
    Entity *owner; /* the TypeDecl or Field that declares it; the Module of a structure with generic functions */
    Name function; /* the local function of that field that does; NULL */
    u32 index;
    VEC(Type *) constraints;
    Type *default_type; /* NULL: none */
    Type *type;         /* the TYPE_PARAM type itself, interned */
};

/* Skips bound monomorphs; type_follow also expands typedefs (and Null<T> is kept: it is an abstract of the library). */
Type *type_shallow(Type *type);
Type *type_follow(Program *program, Type *type);
/* The interned equal of a type; unbound monomorphs in it become Dynamic. Pointer equality of interned types is equality of types. */
Type *type_intern(Program *program, Type *type);
bool type_equal(Program *program, Type *a, Type *b); /* invariant equality after following; binds nothing */
Type *type_substitute(Program *program, Arena *arena, Type *type, const TypeParamVec *params, Type *const *args);
void type_print(Text *out, Type *type); /* as the official compiler prints types in its messages */
const char *type_text(Arena *arena, Type *type);
bool type_is(Type *type, const TypeDecl *decl);
bool type_is_nullable_wrapper(Program *program, Type *type, Type **inner); /* Null<T>: T */
bool type_may_be_null(Program *program, Type *type); /* Int, Float, Bool and abstracts on top of them only as Null<…> */

/* ---- Modules and type declarations ------------------------------------------------------------------------------------------------ */

struct Module {
    Entity entity;
    Name path;         /* pack.Module */
    Name package, name;
    SourceFile *file;
    AstFile *ast;      /* of the present revision; owned by the module, released through the undo log */
    bool is_user;      /* not from Molt's or the official library: typed whole, watched */
    VEC(TypeDecl *) types;
    TypeDecl *statics; /* holder of module-level fields, NULL if there are none */
    struct ImportTable *imports; /* private to the typer */
};

typedef enum HeaderState { HEADER_DECLARED, HEADER_RESOLVING, HEADER_RESOLVED } HeaderState;
typedef enum DeclKind { DECL_CLASS, DECL_INTERFACE, DECL_ENUM, DECL_TYPEDEF, DECL_ABSTRACT } DeclKind;

struct TypeDecl {
    Entity entity;
    DeclKind kind;
    Name path;   /* pack.Type: what reflection and events print (a second type of a module is pack.Type) */
    Name name;
    Module *module; /* NULL: removed by an update; the entity stays */
    const AstDecl *ast; /* NULL: removed, or the holder of module-level fields */
    HeaderState header; /* decl_header resolves it; types handed out by the typer have theirs resolved */
    bool is_extern, is_final, is_private, is_abstract, is_enum_abstract, is_core_type;
    TypeParamVec params;
    Type *type; /* applied to its own parameters, interned */
    /* Classes and interfaces */
    TypeDecl *super;
    Type *super_type; /* with arguments in terms of params; NULL */
    VEC(Type *) interfaces; /* `implements` of a class, `extends` of an interface */
    Field *constructor;
    Field *init; /* static function __init__ */
    VEC(Field *) fields; /* instance fields, in source order; enum: constructors in source order */
    VEC(Field *) statics;
    Map by_name, static_by_name; /* Name -> Field */
    /* Typedefs and abstracts */
    Type *target; /* typedef: what it stands for. abstract: underlying type */
    /* An abstract's functions are its own `fields` (members: Field.is_impl, properties), `statics` and `constructor`. */
    VEC(Type *) from, to; /* abstract: plain `from T`/`to T` */
    struct AbstractInfo *abstract_info; /* operators, @:from/@:to functions, array access; private to the typer */
    VEC(TypeDecl *) children; /* direct subclasses and implementors known so far */
    Name hot_was;    /* @:hot.was: its former path, NULL */
    bool loading;    /* decl_load is at it */
    bool members_declared; /* fields, statics, constructor, init are there; part of resolving the header */
    bool is_generic; /* @:generic */
    bool is_flat_enum;   /* enum: no constructor has parameters */
    VEC(TypeDecl *) using_; /* @:using(…) */
    ReadSet *reads;  /* what resolving its header and the written types of its fields looked at; may hold more after a rollback */
};

typedef enum FieldKind { FIELD_VAR, FIELD_METHOD, FIELD_CONSTRUCTOR, FIELD_ENUM_CTOR } FieldKind;
typedef enum FieldState { FIELD_UNTYPED, FIELD_TYPING, FIELD_TYPED } FieldState;

struct Field {
    Entity entity;
    FieldKind kind;
    Name name;
    Name path; /* pack.Class.name, constructors pack.Class.new, module-level pack.Module.name: the name in events and tables */
    TypeDecl *owner; /* NULL: removed by an update */
    const AstField *ast; /* NULL: removed, enum constructors */
    const AstEnumConstructor *ast_ctor; /* enum constructors */
    Module *module;      /* where its text stands */
    TypeParamVec params;
    bool is_static, is_public, is_override, is_extern, is_final, is_inline, is_abstract, is_dynamic, is_macro, is_overload, is_generic;
    /* A member function of an abstract: compiled as a static function. Its type (field_type) has the underlying value `this` as first
     * argument, params of the abstract count as its own. The constructor of an abstract is a static function that returns the
     * abstract; its `this` is a variable. Constructors of classes return Void. */
    bool is_impl;
    bool is_inferred; /* no type is written: it comes from the body, and field_invalidate forgets it */
    bool is_enum_value; /* var of an enum abstract without `static` */
    bool has_storage; /* a variable that occupies memory: not inline, not a property without a physical field */
    Access read, write;
    Name getter, setter; /* ACCESS_CALL: names of the functions */
    FieldState state;
    Type *type;  /* interned, in terms of owner's and own parameters; valid when TYPED (ask field_type) */
    u32 ctor_index; /* enum constructors: position in the source */
    FunctionBody *body; /* of a method or a variable's initialiser; NULL until field_body */
    Name native;  /* the runtime function that implements it (metadata @:molt.native("name") in std/), NULL */
    bool per_type; /* a method of a class with one parameter, compiled apart for each plain type that the parameter stands for where it
                      is called (metadata @:molt.perType in std/) */
    Name hot_was; /* @:hot.was: former name */
    bool hot_keep, hot_reset, hot_test, hot_before, hot_after, hot_migrate, keep;
    u64 sig_tokens, body_tokens, own_tokens; /* token hashes of the present text (syntax/) */
};

/* ---- Typed expressions -------------------------------------------------------------------------------------------------------------- */

struct TVar {
    Name name;  /* NULL or beginning with '`' for the compiler's own temporaries */
    Type *type;
    Span span;
    u32 id;     /* unique in its FunctionBody, in order of declaration */
    bool is_arg, is_final, is_loop_var;
    bool is_counter;    /* the variable of a loop over a range, which the loop alone may change */
    bool captured;      /* used by a local function inside the one that declares it */
    bool written;       /* assigned after its declaration */
    bool is_this;       /* captured `this` is a variable like others */
    struct TFunction *owner; /* the function (local or whole) that declares it */
    bool is_function;   /* a named local function */
    bool is_inline;     /* one declared inline */
    Field *field; /* a static local variable: the static variable that it is, no expression names the TVar then; NULL for others */
    const TypeParamVec *params; /* of a generic local function: each use has its own arguments; else NULL */
};

/* What the kinds below leave open:
 * - `this` within a local function is a TE_LOCAL whose variable has is_this and belongs to the outermost function; nothing declares it.
 *   In an abstract's member it is args[0], in an abstract's constructor a variable that a TE_VAR declares. TE_SUPER within a local
 *   function goes with that variable among the captures.
 * - What is evaluated once although it is used twice is a TE_LET. Operands without effects (locals, this, constants) may be shared by two
 *   parents instead.
 * - `a?.b` is TE_LET, a test for null and TE_IF; a map literal is a TE_LET with calls of set; a for over an iterator is TE_LET and TE_WHILE:
 *   SAFE_FIELD, MAP and FOR_ITERATOR are not made by the typer.
 * - CONCAT a, b, c is (a + b) + c: the first two parts are evaluated before either becomes text, each further one becomes text as soon as
 *   it is evaluated. One part alone is its text. ASSIGN_OP + on a String place concatenates.
 * - CAST_UNSAFE between an abstract and what it stands for, from Null<T> to T and from Array<T> to haxe.Rest<T> tests nothing.
 * - A left-out argument is a TE_NULL of the parameter's type, whatever that type is.
 * - `switch [a, b]`: the subject is a TE_ARRAY whose elements keep their own types, the patterns are ARRAY of that length, ANY or OR.
 * - The value of an enum abstract is a constant (TE_INT, TE_STRING, …) whose type is the abstract.
 * - COALESCE has its operands in binop.left and binop.right.
 * - Local functions that the typer makes (bind, extension methods and constructors as values) are named `1, `2, …
 */
/* X(NAME, "dump name"): every kind of typed expression. */
#define TEXPR_KINDS(X)                                                                                                              \
    X(INT, "int") X(FLOAT, "float") X(STRING, "string") X(BOOL, "bool") X(NULL, "null") X(REGEXP, "regexp")                         \
    X(THIS, "this") X(SUPER, "super") X(LOCAL, "local") X(FIELD, "field") X(TYPE, "type")                                           \
    X(INDEX, "index") X(UNOP, "unop") X(BINOP, "binop") X(ASSIGN, "assign") X(ASSIGN_OP, "assign-op")                               \
    X(CALL, "call") X(NEW, "new") X(OBJECT, "object") X(ARRAY, "array") X(MAP, "map") X(CONCAT, "concat") X(FUNCTION, "function")   \
    X(VAR, "var") X(BLOCK, "block") X(IF, "if") X(WHILE, "while") X(FOR_RANGE, "for-range") X(FOR_ARRAY, "for-array")               \
    X(FOR_ITERATOR, "for-iterator") X(SWITCH, "switch") X(TRY, "try") X(RETURN, "return") X(BREAK, "break")                         \
    X(CONTINUE, "continue") X(THROW, "throw") X(CAST, "cast") X(IS, "is") X(COALESCE, "coalesce")                                   \
    X(SAFE_FIELD, "safe-field") X(LET, "let") X(POS_INFOS, "pos-infos") X(ERROR, "error")

typedef enum TExprKind {
#define X(name, text) TE_##name,
    TEXPR_KINDS(X)
#undef X
    TE_COUNT
} TExprKind;

typedef enum BinOp {
    OP_ADD, OP_SUB, OP_MUL, OP_DIV, OP_MOD, OP_AND, OP_OR, OP_XOR, OP_SHL, OP_SHR, OP_USHR,
    OP_EQ, OP_NE, OP_LT, OP_LE, OP_GT, OP_GE, OP_BOOL_AND, OP_BOOL_OR
} BinOp;
typedef enum UnOp { UNOP_NEG, UNOP_NOT, UNOP_COMPLEMENT, UNOP_PRE_INC, UNOP_PRE_DEC, UNOP_POST_INC, UNOP_POST_DEC } UnOp;

typedef enum FieldAccessKind {
    FA_INSTANCE, /* variable or method of a class instance: object, field */
    FA_STATIC,   /* field (object NULL) */
    FA_ANON,     /* by name on a structure: object, name; works on class instances seen through a structure too */
    FA_DYNAMIC,  /* by name at run time: object, name */
    FA_ENUM      /* enum constructor: field (object NULL) */
} FieldAccessKind;

typedef enum CastKind {
    CAST_IMPLICIT, /* the static types say that it cannot fail, the representation may change (Int to Float, to Null, to Dynamic, upcast) */
    CAST_UNSAFE,   /* `cast e`: no test beyond what memory safety needs */
    CAST_CHECKED   /* `cast(e, T)`: throws when the value is no T */
} CastKind;

typedef enum TPatternKind { PAT_ANY, PAT_BIND, PAT_CONST, PAT_CTOR, PAT_OR, PAT_OBJECT, PAT_ARRAY, PAT_EXTRACT, PAT_TYPE } TPatternKind;
typedef struct TPattern TPattern;
struct TPattern {
    TPatternKind kind;
    Span span;
    Type *type; /* of the value that it is matched against */
    TVar *var;          /* BIND (sub: what else must hold, NULL = anything); EXTRACT: stands for the value in `expr`; OBJECT: in `fields` */
    TExpr *expr;        /* CONST: constant, compared by ==; EXTRACT: applied to var, its result is matched by subs[0] */
    Field *ctor;        /* CTOR */
    u32 count;          /* CTOR: parameters; OR: alternatives; OBJECT: fields; ARRAY: elements; EXTRACT: 1; BIND: 0 or 1 */
    TPattern **subs;
    Name *names;        /* OBJECT */
    TExpr **fields;     /* OBJECT: how each is read */
};

typedef struct TCase {
    u32 pattern_count;
    TPattern **patterns;
    TExpr *guard; /* NULL */
    TExpr *body;  /* NULL: empty */
    Span span;
} TCase;

typedef struct TCatch {
    TVar *var;
    Type *type; /* Dynamic: catches all */
    TExpr *body;
} TCatch;

/* A function with a body: a method, an initialiser or a local function. */
typedef struct TFunction {
    Name name;     /* of a local function that has one; NULL */
    u32 ordinal;   /* unnamed local functions: number within the enclosing function, from 1, in source order */
    struct TFunction *parent; /* enclosing function; NULL for the outermost */
    Type *type;    /* TYPE_FUN */
    u32 count;
    TVar **args;
    TExpr **defaults; /* constant or NULL for each argument: what a null or missing argument becomes */
    TExpr *body;
    VEC(TVar *) captures; /* variables of enclosing functions that it uses (itself or through nested ones), in order of first use */
    TVar *self_var;  /* variable under which a named local function is visible, for recursion; NULL */
    TypeParamVec params;
    Span span;
    u64 own_tokens, whole_tokens; /* of its text (syntax/): own excludes nested functions */
} TFunction;

struct TExpr {
    TExprKind kind;
    Span span;
    Type *type; /* never NULL; Void for statements */
    union {
        i32 int_value;
        double float_value;
        bool bool_value;
        bool as_basic; /* NULL: written where a basic type is asked for, which is refused once all is typed */
        struct { const char *bytes; u32 length; } string; /* UTF-8, escapes resolved */
        struct { const char *bytes; u32 length; const char *options; } regexp;
        TVar *local;
        TypeDecl *decl; /* TYPE: a class, enum or abstract as a value or as the left of a static access */
        struct { TExpr *object; Field *field; Name name; FieldAccessKind access; } field; /* also SAFE_FIELD: null if object is null */
        struct { TExpr *object, *index; } index; /* arrays and Vector-like core types; other index operators are calls */
        struct { UnOp op; TExpr *operand; } unop;   /* inc/dec: operand is a LOCAL, FIELD (variable) or INDEX */
        struct { BinOp op; TExpr *left, *right; } binop; /* on core types; overloaded operators are calls. Also COALESCE */
        struct { TExpr *target, *value; BinOp op; } assign; /* ASSIGN, ASSIGN_OP: target is LOCAL, FIELD (variable) or INDEX */
        struct { TExpr *callee; u32 count; TExpr **args; } call; /* all arguments present: skipped optional ones are NULL constants,
                                                                    default values are the callee's business; rest is an array.
                                                                    callee FIELD of a method: call of it; SUPER: super constructor;
                                                                    FIELD with object SUPER: non-virtual; else a function value */
        struct { TypeDecl *decl; u32 count; TExpr **args; } make; /* NEW: type says the arguments of the class */
        struct { u32 count; Name *names; TExpr **values; } object;
        struct { u32 count; TExpr **items; } list; /* ARRAY elements, CONCAT parts of a string, BLOCK statements */
        struct { u32 count; TExpr **keys, **values; } map;
        TFunction *function;
        struct { TVar *var; TExpr *init; } var; /* init may be NULL. LET: var with init, then body (compiler's temporaries) */
        struct { TVar *var; TExpr *init, *body; } let;
        struct { TExpr *condition, *then, *otherwise; } branch; /* otherwise may be NULL */
        struct { TExpr *condition, *body; bool do_while; } loop;
        struct { TVar *var; TExpr *from, *to, *body; } range;    /* for (var in from...to) body */
        struct { TVar *key, *var; TExpr *iterable, *body; } each; /* FOR_ARRAY: an Array, key may be NULL. FOR_ITERATOR: `iterable` is
                                                                     already an iterator: hasNext/next are called by TFields below */
        struct { TExpr *subject; u32 count; TCase *cases; TExpr *otherwise; bool exhaustive; } sw;
        struct { TExpr *body; u32 count; TCatch *catches; } attempt;
        TExpr *value; /* RETURN (may be NULL), THROW */
        struct { TExpr *operand; Type *to; CastKind kind; } cast;
        struct { TExpr *operand; Type *of; } is;
        struct { Name file_name, class_name, method_name; TExpr *custom_params; } pos_infos; /* haxe.PosInfos of this place; line from the
                                                   span. custom_params: array of trace's further arguments, NULL: none */
    };
};

/* The result of typing one body: a method with all local functions in it, or a variable's initialiser (then function has no
 * arguments and returns the value). Immutable once made; freed when its field gets another one. */
struct FunctionBody {
    Arena *arena;
    Field *field;
    TFunction *function;
    u32 var_count;
    ReadSet reads;
    bool has_errors;
};

/* ---- The program -------------------------------------------------------------------------------------------------------------------- */

/* Core types of the library that the compiler knows by name; filled in by program_load_core. */
/* Single, Any, Math … are loaded when something is asked of them; until then only their address and name mean something. */
typedef struct CoreTypes {
    TypeDecl *void_, *int_, *float_, *bool_, *single, *uint, *string, *array, *dynamic, *null, *class_, *enum_, *any, *iterator, *iterable,
        *math, *std, *sys, *ereg, *map, *exception, *pos_infos, *int64, *vector, *rest, *kv_iterator, *hot;
    Type *t_void, *t_int, *t_float, *t_bool, *t_string, *t_dynamic, *t_error;
} CoreTypes;

struct Program {
    Names *names;
    Sources *sources;
    Project *project;
    Diags *diags;
    DebugFlags flags;
    Undo *undo;  /* the update under way; NULL while the first version is built */
    Arena *arena; /* entities, interned types */
    CoreTypes core;
    Map modules; /* path Name -> Module */
    Map types;   /* path Name -> TypeDecl, of every type ever seen */
    Map fields;  /* path Name -> Field (statics and instance fields), of every field ever seen */
    VEC(Module *) module_list; /* in order of loading; main's dependencies first by completion */
    u32 next_entity;
    struct TyperState *state; /* private: interned types, known names, queues, caches */
    ReadSet *reads; /* where lookups of the body being typed are recorded; NULL outside a body */
    Field *main; /* static function main */
};

Program *program_new(Names *names, Sources *sources, Project *project, Diags *diags, DebugFlags flags);
void program_free(Program *program);

/* Loads StdTypes and the core types, then the main module and those named besides it, which may stand alone. false when one is not
 * found; errors are in diags. */
bool program_load(Program *program);

/* Parses and declares the module of that dotted path unless it is there already; NULL (no message) if no file has it. */
Module *program_module(Program *program, const char *dotted);
TypeDecl *program_find_type(Program *program, const char *dotted); /* loads its module if need be; NULL if unknown */

/* The field's type; infers it from the body where nothing is written. Reports errors once. Never NULL. */
Type *field_type(Program *program, Field *field);
/* The typed body or initialiser; NULL if it has none (extern, abstract, no initialiser). */
FunctionBody *field_body(Program *program, Field *field);
/* The parts of a typed expression in order of evaluation (walk.c). */
typedef void (*TExprVisitor)(void *context, const TExpr *e);
void texpr_parts(const TExpr *e, void *context, TExprVisitor visit);
/* Types every field of a module, so that all its errors are reported. */
void program_check_module(Program *program, Module *module);
/* Entities of a type's fields, found by name, where nothing has asked for them yet; resolves nothing. Part of resolving the header. */
void decl_members(Program *program, TypeDecl *decl);
/* All user modules that have been loaded, and those that this loads in turn; then finds program->main, if there are no errors. */
void program_check_user_modules(Program *program);

/* Looks a member up along the superclasses (and interfaces of an interface); *in gets the type with arguments that declares it. */
Field *class_find_field(Program *program, Type *instance, Name name, Type **in);
bool class_is_subclass(TypeDecl *child, TypeDecl *parent); /* reflexive; interfaces too */

/* ---- Updates ------------------------------------------------------------------------------------------------------------------------ */

typedef enum ChangeKind {
    CHANGE_ADDED,
    CHANGE_REMOVED,
    CHANGE_TOKENS,   /* own tokens differ: header (types), signature or body (fields) */
    CHANGE_DEPENDENT /* same tokens, but the typed result may differ for something it read */
} ChangeKind;

typedef struct LocalMove {
    Name from, to;
} LocalMove;
typedef struct Change {
    ChangeKind kind;
    Entity *entity; /* TypeDecl or Field (cast by entity->kind) */
    bool signature, body, own_body; /* of CHANGE_TOKENS on fields: which part; own_body: outside nested local functions */
    /* Of CHANGE_TOKENS on fields: event names of local functions whose own tokens changed, that were added and removed. */
    VEC(Name) functions, functions_added, functions_removed;
    VEC(LocalMove) functions_moved; /* unnamed ones that have another number now, in their new order */
} Change;
typedef struct ChangeSet {
    Arena *arena;
    VEC(Change) list;
    VEC(Module *) modules; /* reparsed, added or removed */
    bool imports_changed;
    bool syntax_errors; /* a file could not be parsed: nothing was declared. Errors without it are those of typing */
} ChangeSet;

/* One update, between undo_new and undo_commit/undo_rollback with program->undo set by the caller:
 * re-parses the given files (their text was replaced by source/ before), matches declarations with the entities they had, declares new
 * ones, marks vanished ones removed. Positions of everything unchanged are moved to the new text. Errors in diags: then the caller
 * rolls back. */
void program_reparse(Program *program, SourceFile *const *files, u32 count, ChangeSet *changes);
/* Forgets the typed body (and the inferred type, if it was inferred) so that it is typed again on demand. Under the undo log. */
void field_invalidate(Program *program, Field *field);
/* Recomputes the entity's facet hashes from its present content. true: any differs from before (old[] gets the former values). */
bool entity_rehash(Program *program, Entity *entity, u64 old[FACET_COUNT]);

/* Metadata of a type and its members that the program can ask for, as JSON ({"obj", "statics", "fields"}); nothing if it has none. */
void decl_metadata(Program *program, TypeDecl *decl, Text *out);

/* ---- Dumps and verification --------------------------------------------------------------------------------------------------------- */

void typer_dump_body(Text *out, Program *program, const FunctionBody *body); /* the `tast` stage */
/* Checks the invariants stated above (types never NULL, locals declared before use, call arity, …). false with a text of what is wrong. */
bool typer_verify_body(Program *program, const FunctionBody *body, Text *why);

/* The event name of a local function: pack.Class.method/name, /1, nested /1/2. */
Name function_event_name(Program *program, const Field *field, const TFunction *function);

#endif
