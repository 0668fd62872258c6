/* What the files of the typer share. The declaration side (types, unification, modules, declarations, lookup, updates) provides what
 * is declared here, but for the last section, which the expression side provides.
 *
 * Types. Make them with the type_… constructors only: a closed result is interned at once, one with monomorphs lives in the arena of
 * the body being typed (types_enter). So == on closed types is equality once typedefs are followed.
 *
 * Errors. A function that cannot resolve something reports it once and gives t_error (type) or NULL (others); nobody reports it again.
 *
 * Reads. Every lookup records in program->reads what its outcome depends on, found or not; whoever types a body sets program->reads to
 * that body's set. Resolving headers and written field types on the way switches to the set of their declaration by itself.
 */
#ifndef MOLT_TYPER_INTERNAL_H
#define MOLT_TYPER_INTERNAL_H

#include "typer.h"

/* ---- Names that the typer knows -------------------------------------------------------------------------------------------------- */

#define TYPER_NAMES(X)                                                                                                              \
    X(new_, "new") X(init, "__init__") X(main, "main") X(this_, "this") X(get, "get") X(set, "set") X(default_, "default")          \
    X(null, "null") X(never, "never") X(dynamic, "dynamic") X(iterator, "iterator") X(key_value_iterator, "keyValueIterator")       \
    X(has_next, "hasNext") X(next, "next") X(to_string, "toString") X(length, "length") X(key, "key") X(value, "value")             \
    X(underscore, "_") X(trace, "trace") X(m_native, ":molt.native") X(m_per_type, ":molt.perType") X(m_hot_was, ":hot.was") X(m_hot_keep, ":hot.keep")            \
    X(m_hot_reset, ":hot.reset") X(m_hot_test, ":hot.test") X(m_hot_before, ":hot.before") X(m_hot_after, ":hot.after")             \
    X(m_hot_migrate, ":hot.migrate") X(m_keep, ":keep") X(m_core_type, ":coreType") X(m_generic, ":generic") X(m_using, ":using")   \
    X(m_access, ":access") X(m_allow, ":allow") X(m_enum, ":enum") X(m_op, ":op") X(m_from, ":from") X(m_to, ":to")                 \
    X(m_array_access, ":arrayAccess") X(m_forward, ":forward") X(m_forward_statics, ":forwardStatics")                              \
    X(m_forward_new, ":forward.new") X(m_forward_variance, ":forward.variance") X(m_is_var, ":isVar") X(m_optional, ":optional")    \
    X(m_extern, ":extern") X(m_callable, ":callable") X(m_resolve, ":resolve") X(m_multi_type, ":multiType")                        \
    X(m_private, ":private") X(m_overload, ":overload") X(m_commutative, ":commutative") X(m_not_null, ":notNull")                  \
    X(m_transitive, ":transitive") X(m_no_using, ":noUsing") X(m_private_access, ":privateAccess")                                  \
    X(m_public_fields, ":publicFields") X(m_final, ":final") X(m_build, ":build") X(m_auto_build, ":autoBuild")                     \
    X(m_generic_build, ":genericBuild")

typedef struct TyperNames {
#define X(member, text) Name member;
    TYPER_NAMES(X)
#undef X
} TyperNames;

/* ---- State behind a Program ------------------------------------------------------------------------------------------------------ */

typedef struct MonoBinding {
    Type *mono;
    Type *former_bound;     /* NULL */
    Type **constraints;     /* those it had: lists are put back too, since the longer ones may lie in an arena that goes */
    u32 former_constraints, former_capacity;
    AnonType *open;         /* the open structure that gained a field; NULL */
    AnonField *fields;
    u32 former_fields;
} MonoBinding;

typedef struct TypePair {
    Type *from, *to;
} TypePair;

/* A written type whose arguments must satisfy constraints. */
typedef struct TypeCheck {
    Type *type;
    u32 index; /* of the argument */
    Span span;
} TypeCheck;

typedef VEC(Type *) TypeVec;
typedef VEC(TypeDecl *) DeclVec;
typedef VEC(Field *) FieldVec;

typedef struct TyperState {
    TyperNames n;
    Arena *types;     /* where types with monomorphs go; NULL outside a body: then there may be none */
    Arena *scratch;   /* for texts of messages and short-lived lists; reset between bodies */
    u32 mono_count;
    struct Typing *typing; /* the innermost body being typed (typing.h); NULL: none */
    VEC(MonoBinding) trail; /* bindings made since the body was begun, for mono_undo */
    /* Interned types: open addressing on Type pointers by structural hash */
    Type **interned;
    u32 interned_count, interned_mask, next_type_id;
    /* Pairs under comparison, against endless recursion through recursive structures */
    VEC(TypePair) unify_stack;
    Type *failed_constraint; /* the one that the last mono_bind that said no was refused for */
    DeclVec pending_headers; /* declared, not yet resolved */
    DeclVec pending_checks;  /* resolved, hierarchy not yet checked */
    AstFile *moving_from; /* while a module is declared anew: the tree of its former text */
    u32 header_depth;        /* > 0: a header or the imports of a module are being resolved: others wait in pending_headers */
    bool settling, draining;
    VEC(TypeCheck) type_checks; /* applications whose arguments are to be checked against constraints */
    Map params;                 /* hash of owner, number and name -> TypeParam */
    Map private_names; /* pack.Type -> the private TypeDecl whose fields are named by it */
    Map packages;  /* dotted Name -> PackageEntity */
    Map defines;   /* Name -> const char *, for #if */
    Map module_of_file;  /* file id + 1 -> Module, import.hx too */
    Map field_entities;  /* hash of path and kind -> Field */
    Map missing_modules; /* dotted Name -> itself: searched and not there; dropped by an update */
    VEC(Entity *) entities; /* by id */
} TyperState;

/* A package, known only for what lookups found or missed in it. Its hash changes when a module of it appears or vanishes. */
typedef struct Package {
    Entity entity;
    Name path; /* "" for the root */
    u32 revision; /* counts the updates in which modules of it appeared or vanished */
} Package;
u64 package_hash(const Package *package);
Package *package_of(Program *program, Name dotted);

void entity_init(Program *program, Entity *entity, EntityKind kind);
ReadSet *reads_renew(Program *program, ReadSet *old); /* an empty one; the old one (or NULL) is kept until the update commits */
void map_renew(Program *program, Map *map); /* the same for a map (its owner was touched) */
void map_filled(Program *program, const Map *map); /* it will not grow any more: a rollback may release it */
Name name_join(Program *program, Name package, Name name);
Name idents_join(Program *program, const Ident *idents, u32 count);
bool name_is_upper(Name name); /* begins with an upper-case letter, underscores aside: names of types do */

/* ---- Type constructors (types.c, intern.c) ----------------------------------------------------------------------------------------- */

Type *type_decl(Program *program, TypeDecl *decl, u32 count, Type *const *args); /* args are copied; count must be the declared one */
Type *type_decl1(Program *program, TypeDecl *decl, Type *arg);
Type *type_fun(Program *program, u32 count, const FunArg *args, Type *ret);      /* args are copied */
Type *type_anon(Program *program, u32 count, const AnonField *fields, bool is_const); /* fields are copied and sorted */
Type *type_dynamic(Program *program, Type *element);                              /* Dynamic<T>; NULL: Dynamic */
Type *type_array(Program *program, Type *element);
Type *type_null(Program *program, Type *inner); /* Null<T>; Null<Null<T>> is Null<T>; Dynamic stays */
Type *type_class_of(Program *program, TypeDecl *decl); /* type of a type used as a value: Class<C>, Enum<E>, abstracts Class<A> */
Type *type_mono(Program *program);                     /* a fresh monomorph; needs types_enter */

/* From now on types with monomorphs are made in `arena`; gives the arena before, to be put back by the same call. */
Arena *types_enter(Program *program, Arena *arena);
Arena *types_enter_closed(Program *program); /* no monomorphs until the arena given back is put into state->types again */

/* Expands typedefs at the top, then looks through Null<T>. */
Type *type_follow_null(Program *program, Type *type);
bool type_is_void(Program *program, Type *type);
bool type_is_dynamic(Program *program, Type *type); /* plain Dynamic or Dynamic<T>; not Any */
Type *type_settled(Program *program, Type *type); /* a literal's structure as that of any value: it may have more fields than wanted */
bool type_is_mono(Type *type);                      /* unbound */
bool type_is_error(Type *type);
AnonField *anon_field(const AnonType *anon, Name name);
bool type_has_mono(Type *type); /* an unbound one, anywhere */

/* Class of a followed type: TYPE_DECL of that kind (interfaces count as classes); else NULL. */
TypeDecl *type_class(Program *program, Type *type);
TypeDecl *type_enum(Program *program, Type *type);
TypeDecl *type_abstract(Program *program, Type *type);

/* ---- Monomorphs (mono.c) ----------------------------------------------------------------------------------------------------------- */

/* Bindings made after the mark can be taken back: for trying alternatives (skipped optional arguments, overloads, casts). */
u32 mono_mark(Program *program);
void mono_undo(Program *program, u32 mark);
bool mono_bind(Program *program, Type *mono, Type *to); /* false: occurs check or a constraint fails */
/* The type of field `name` of a value of which nothing is known but that it has it: adds it to the monomorph's open structure. */
Type *mono_add_field(Program *program, Type *mono, Name name, bool for_write);
/* Fresh monomorphs for type parameters, with their constraints (in terms of owner arguments `in`, may be NULL). */
void params_constrain(Program *program, const TypeParamVec *params, Type *const *monos); /* gives fresh monomorphs the constraints */
Type **params_instantiate(Program *program, const TypeParamVec *params);
Type *type_instantiate(Program *program, Type *type, const TypeParamVec *params); /* substitute with fresh monomorphs */
Type *decl_instantiate(Program *program, TypeDecl *decl); /* decl applied to fresh monomorphs */

/* ---- Unification (unify.c, cast.c) -------------------------------------------------------------------------------------------------- */

/* May a value of type `from` stand where `to` is expected, without calling anything? Binds monomorphs; on failure some may stay bound
 * (use mono_mark where that matters). Follows the official rules: subclass, interface, structure, Dynamic, Null<T>, plain `from`/`to`
 * of abstracts (Int to Float among them: the representation may change, insert CAST_IMPLICIT when types differ), function types. */
bool type_unify(Program *program, Type *from, Type *to);
/* The same without leaving any binding behind. */
bool type_can_unify(Program *program, Type *from, Type *to);
/* Unifies both ways as invariant type arguments are (binds monomorphs). */
bool type_unify_equal(Program *program, Type *a, Type *b);
/* Reports why they do not unify, in the official wording, with its notes. Call it after type_unify said no. */
void unify_report(Program *program, Span span, Type *from, Type *to);
/* Unify, else report. */
bool unify_or_report(Program *program, Span span, Type *from, Type *to);
/* A type that both (all) unify with, as the branches of an `if` and the elements of an array literal have. NULL if there is none. */
Type *type_unify_min(Program *program, Type *const *types, u32 count);

/* Why two types do not unify, from the outside inwards. The accesses lead into the types; the others say what is wrong there. */
typedef enum UnifyReasonKind {
    REASON_CANNOT_UNIFY, /* from should be to */
    REASON_FIELD,        /* access: field `name` */
    REASON_ARGUMENT,     /* access: argument `index` of `count` */
    REASON_RETURN,       /* access: result */
    REASON_PARAMETER,    /* access: type argument `index` */
    REASON_NO_FIELD,     /* from has no field name */
    REASON_EXTRA_FIELD,  /* from has extra field name */
    REASON_TEXT          /* text */
} UnifyReasonKind;
typedef struct UnifyReason {
    UnifyReasonKind kind;
    Type *from, *to;
    Name name;
    u32 index, count;
    const char *text;
} UnifyReason;
typedef VEC(UnifyReason) UnifyReasons; /* innermost first, as they are found */
bool unify_explain(Program *program, Type *from, Type *to, UnifyReasons *reasons); /* type_unify that says why not */

typedef enum AbstractCastKind {
    ABSTRACT_CAST_NONE,  /* no cast leads there: report with unify_report */
    ABSTRACT_CAST_PLAIN, /* type_unify holds (it has been done): the value as it is, or a core conversion */
    ABSTRACT_CAST_CALL   /* call `function` with the value: @:from (static) or @:to (member function: the value is `this`) */
} AbstractCastKind;
typedef struct AbstractCast {
    AbstractCastKind kind;
    Field *function;
    Type *type;   /* of the function, with the abstract's and its own parameters instantiated: one argument */
    Type *result; /* what the call gives; unifies with `to` */
} AbstractCast;
/* How a value of type `from` gets where `to` is expected: the one question to ask at every assignment, argument and return. */
AbstractCast type_find_cast(Program *program, Type *from, Type *to);

/* ---- Abstracts (declare_abstract.c) -------------------------------------------------------------------------------------------------- */

typedef struct AbstractOp {
    bool is_binop;
    AstBinop binop;
    AstUnop unop;
    bool postfix;     /* of ++ and --: @:op(A++) */
    bool commutative;
    Field *field;     /* static: both operands are arguments; member: `this` is the left one */
} AbstractOp;
typedef VEC(AbstractOp) AbstractOpVec;

typedef struct AbstractInfo {
    AbstractOpVec ops; /* in source order */
    FieldVec from_functions, to_functions;
    FieldVec array_read, array_write; /* @:arrayAccess with one argument besides this, with two */
    Field *resolve_read, *resolve_write; /* @:op(a.b) with one, with two arguments; @:resolve */
    Field *call;              /* @:op(a()), @:callable has none */
    bool forward, forward_statics, forward_new, forward_variance, callable, multi_type, transitive, not_null;
    NameVec forward_names;    /* empty with forward: all */
    NameVec forward_static_names;
    NameVec follow_params; /* @:multiType(@:followWithAbstracts K): parameters whose abstracts count as what they stand for */
} AbstractInfo;
AbstractInfo *abstract_info(Program *program, TypeDecl *decl); /* never NULL for an abstract */
/* The underlying type of an applied abstract, in terms of its arguments. */
Type *abstract_underlying(Program *program, Type *abstract_type);
bool names_contain(const NameVec *names, Name name);
/* Is a field of that name of the underlying type visible on the abstract? */
bool abstract_forwards(Program *program, TypeDecl *decl, Name name);
bool abstract_forwards_static(Program *program, TypeDecl *decl, Name name);

/* ---- Modules (module.c) ------------------------------------------------------------------------------------------------------------------- */

/* The module of that path, loaded if need be; NULL without a message if no file has it. `from`: where it is named, for a message about
 * its package line. Headers that its loading makes due are resolved by typer_settle. */
/* `from`: where it is named, for the message when its package is another. */
Module *module_by_name(Program *program, Name path, Span from);
Module *module_of_command_line(Program *program, const char *dotted); /* the same, worded for it; NULL also after an error */
Module *module_load(Program *program, Name path, SourceFile *file); /* parses; declares nothing */
void module_parse(Program *program, Module *module);
void module_declare(Program *program, Module *module); /* entities of its declarations; declare.c */
Module *module_of_file(Program *program, u32 file);
TypeDecl *module_type(Program *program, Module *module, Name name); /* a type of the module; NULL: it has none of that name */
bool is_library_file(const Program *program, const SourceFile *file);
/* Entities by qualified name, made when first asked for. */
TypeDecl *type_entity(Program *program, Name path, Name name);
Field *field_entity(Program *program, Name path, Name name, u64 kind_key); /* kind_key tells a static from a member of the same name */
/* Resolves and checks what has become due; does nothing while something is being resolved. */
void typer_settle(Program *program);

/* ---- Declarations (declare.c) ---------------------------------------------------------------------------------------------------------- */

/* Resolves the header: parameters, super types, target, underlying type, members (not their types). Idempotent; a declaration that is
 * being resolved is left alone. */
void decl_header(Program *program, TypeDecl *decl);
/* The same, but put off while another header is being resolved: what naming a type calls for. */
void decl_require(Program *program, TypeDecl *decl);
/* Loads the module of a core type that was only named so far. */
void decl_load(Program *program, TypeDecl *decl);

/* ---- Scopes and written types (scope.c, load_type.c) ----------------------------------------------------------------------------------- */

typedef struct ParamScope {
    const TypeParamVec *params;
    const struct ParamScope *outer;
} ParamScope;

/* Where a name or written type stands. */
typedef struct Scope {
    Module *module;  /* whose imports count */
    TypeDecl *decl;  /* around it; NULL: none. For module-level fields module->statics */
    Field *field;    /* around it; NULL in headers */
    bool is_static;  /* there is no `this` */
    const ParamScope *params; /* innermost first: local functions' (pushed by the expression side), the field's, the declaration's */
    ParamScope field_params, decl_params; /* filled in by scope_of_field: the chain's end */
} Scope;
void scope_of_field(Scope *scope, Field *field); /* in place: the chain points into *scope, do not copy it */
void scope_of_decl(Scope *scope, TypeDecl *decl);

typedef enum MissingArgs { /* what `Foo` means where Foo<T> is declared */
    ARGS_REQUIRED,         /* an error */
    ARGS_MONOS,            /* new Foo(), Foo.f(), patterns: to be inferred */
    ARGS_DYNAMIC           /* catch, cast(e, Foo), `is`: Dynamic */
} MissingArgs;
Type *type_load(Program *program, const Scope *scope, const AstType *type);
Type *type_load_with(Program *program, const Scope *scope, const AstType *type, MissingArgs missing);
Type *type_load_path(Program *program, const Scope *scope, const AstTypePath *path, MissingArgs missing);
void type_check_constraints(Program *program, const TypeCheck *check);
Type *function_written_type(Program *program, const Scope *scope, const AstFunction *ast); /* of a function in a structure */
/* The parameters of a function or declaration: entities first, constraints by params_load_constraints once all are in scope. `salt`
 * tells local functions of one field apart (e.g. the number of their first token); 0 for fields and declarations. */
void report_type_not_found(Program *program, Span span, Name path);
void params_declare(Program *program, Entity *owner, u32 salt, const AstTypeParamList *ast, TypeParamVec *out);
void params_load_constraints(Program *program, const Scope *scope, const AstTypeParamList *ast, const TypeParamVec *params);

/* ---- Lookup (lookup.c) ------------------------------------------------------------------------------------------------------------------ */

typedef enum ResolvedKind {
    RESOLVED_NONE,
    RESOLVED_INSTANCE, /* field of `this` (in: the type that declares it, in terms of scope's parameters) */
    RESOLVED_STATIC,   /* static or module-level field */
    RESOLVED_CTOR,     /* enum constructor */
    RESOLVED_TYPE      /* decl */
} ResolvedKind;
typedef struct Resolved {
    ResolvedKind kind;
    Field *field;
    Type *in;
    TypeDecl *decl;
} Resolved;

/* An unqualified name that is no local variable: own and inherited fields, own statics, module-level fields, enum constructors of
 * `expected` (may be NULL), of the module's and imported enums, imported statics, then types. Reports nothing. */
Resolved resolve_ident(Program *program, const Scope *scope, Name name, Type *expected);
/* A type by unqualified name: module, imports, package and those around it, root. NULL: none. */
TypeDecl *scope_find_type(Program *program, const Scope *scope, Name name);
/* a.b.Module.Sub.c…: the type at the head of a dotted chain and how many names it took; NULL: the chain begins with no type. */
TypeDecl *resolve_dotted(Program *program, const Scope *scope, const Name *names, u32 count, u32 *used);
/* Is `name` (or a dotted prefix) a package? For the message of an unknown identifier. */
bool name_is_package(Program *program, Name dotted);

/* Static functions that `using` and @:using offer for receiver.name(…), nearest first; the receiver's type is not compared. */
void extension_candidates(Program *program, const Scope *scope, Type *receiver, Name name, FieldVec *out, Arena *arena);

/* A member of a followed class, interface, abstract or type parameter (its constraints); *in as for class_find_field. Statics:
 * decl_find_static. Both record reads. */
Field *type_find_member(Program *program, Type *type, Name name, Type **in);
Field *decl_find_static(Program *program, TypeDecl *decl, Name name); /* enum constructors included */
/* May code in scope use it? Class members seen through `via` (the static type of the object, may be NULL). Reports nothing. */
bool field_accessible(Program *program, const Scope *scope, Field *field);
bool field_private_accessible(Program *program, const Scope *scope, Field *field); /* also if it were private: accessors `null` */

/* field_type with the parameters of its owner replaced by the arguments of `in` (NULL: left as they are). */
Type *field_type_in(Program *program, Field *field, Type *in);
/* The same with the field's own parameters replaced by fresh monomorphs, their constraints attached: the type at a use. An abstract's
 * member gets the parameters of the abstract from `in` as well; of a static function only its own are replaced. */
Type *field_type_use(Program *program, Field *field, Type *in);

/* ---- Written parts of a field (declare_field.c) -------------------------------------------------------------------------------------------- */

/* What is written of the field's type: a function type or the variable's type, with monomorphs (in the current arena) where nothing is
 * written and nothing can be had without typing the body (default values that are literals, the type of what an override overrides).
 * *complete: there is none. */
Type *field_written_type(Program *program, Field *field, bool *complete);

/* An enum abstract's value without initialiser: the next Int, or over String its name. false: it has an initialiser or none is allowed. */
bool enum_value_implicit(Program *program, Field *field, i32 *int_value, Name *string_value);

/* Hashes of what an entity is, from names and structure alone (hash.c). */
void entity_hashes(Program *program, Entity *entity, u64 hash[FACET_COUNT]); /* of the present content; stores nothing */
u64 type_hash(Type *type);
u64 field_signature_hash(Program *program, Field *field);
u64 decl_signature_hash(Program *program, TypeDecl *decl);
u64 decl_members_hash(const TypeDecl *decl);
u64 module_members_hash(const Module *module);

/* ---- Type parameters that are constructed (made_param.c) ----------------------------------------------------------------------------------- */

bool param_is_made(const AstTypeParam *param); /* its constraint lets one write new T() where the declaration is @:generic */
Name made_param_name(Program *program, Name param); /* `T: of the argument that tells its class */
bool is_made_param_name(Name name);
const AstTypeParamList *made_params_of(const Field *field); /* of which the function is told the classes; perhaps none */
void declare_made_params(Program *program, TypeDecl *decl);

/* ---- Messages (message.c) -------------------------------------------------------------------------------------------------------------- */

Span module_span(const Module *module, u32 start, u32 end);
#define NODE_SPAN(module, node) module_span((module), (node)->start, (node)->end)
/* " (Suggestion: x)", " (Suggestions: x, y)" or "": names near to `wrong` by edit distance, as the official compiler words it. */
const char *suggest(Program *program, Name wrong, const Name *candidates, u32 count);
const char *suggest_member(Program *program, Type *type, Name wrong);       /* among the members of a type */
const char *suggest_static(Program *program, TypeDecl *decl, Name wrong);
/* An error: "Not supported yet by molt: FEATURE". */
void report_unsupported(Program *program, Span span, const char *feature);
const char *text_of(Program *program, Type *type); /* type_text in scratch memory */

/* Several types in one message: unbound monomorphs are numbered across them. */
typedef struct PrintContext {
    Text *out;
    u32 mono_count;
    Type *monos[32];
} PrintContext;
void write_type(PrintContext *context, Type *type);
void write_type_head(PrintContext *context, Type *type); /* structures and functions without the types in them */

/* ---- Metadata ------------------------------------------------------------------------------------------------------------------------------ */

void decl_check_metadata(Program *program, TypeDecl *decl); /* metadata.c */
void decl_check_null_safety(Program *program, TypeDecl *decl); /* null_init.c: fields that nothing gives a value */
const AstMeta *meta_find(const AstMetaList *list, Name name); /* NULL: absent */
bool meta_has(const AstMetaList *list, Name name);
Name meta_string(const AstMeta *meta, u32 index); /* argument that is a string literal; NULL */

/* ---- Live editing (hot.c) -------------------------------------------------------------------------------------------------------------------- */

void hot_check_field(Program *program, const Field *field); /* typed: does it fit what its @:hot.… asks for? */
void hot_warn_unknown(Program *program, const Module *module, const AstMeta *meta);

/* ---- Provided by the expression side --------------------------------------------------------------------------------------------------------- */

/* The type of a field of which not everything is written: field_written_type, then unified with what its body or initialiser gives.
 * Interned, unbound monomorphs closed. Called with field->state == FIELD_TYPING; if the body asks for its own field's type meanwhile
 * it gets field->type when the callee has set it to a preliminary type, else an error about recursive inference. Errors are reported
 * by it. It may keep the typed body (field->body) so that it is not typed twice. */
Type *infer_field_type(Program *program, Field *field);

#endif
