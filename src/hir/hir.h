/* hir: typed bodies made small and explicit.
 *
 * A typed body becomes a HIR tree (tree.h): representations instead of types, coercions written out, patterns as decisions, closures
 * with their captures, loops with hidden locals, inline functions expanded. Folder mir makes control-flow graphs from the trees.
 *
 * Reads of the typer's entities are recorded in the unit's ReadSet, which begins as a copy of the body's.
 *
 * Thread rule: the compiler thread alone.
 */
#ifndef MOLT_HIR_HIR_H
#define MOLT_HIR_HIR_H

#include "tree.h"

/* ---- The service -------------------------------------------------------------------------------------------------------------------- */

/* One a program: names it knows, and whom to tell what is looked at. */
typedef struct Lowering {
    Program *program;
    Names *names;
    const struct LowerNames *n; /* of runtime functions and members that trees mention: build.h */
    ReadSet *reads;             /* what the lowering under way looked at besides what typing did; NULL: nobody wants to know */
} Lowering;
Lowering *lowering_new(Program *program);
void lowering_free(Lowering *lowering);

/* Names of compiler-made functions. They belong to a field or type and are found by their name alone (lower_named):
 *   pack.C.x`init              static variable: evaluates its initialiser and stores it, no arguments; instance variable: takes this
 *   pack.C.new                 also made for a class without a constructor of its own but with initialisers: it forwards
 *   pack.C.m`bound             code of the closure made by taking method m of an object as a value: capture 0 is the receiver
 *   pack.C.m`static            code of the closure for a static function taken as a value (no captures)
 *   pack.C.m`bridge:pack.I     interface method m of pack.I for class C, where the representations differ
 *   pack.C.m`super             the same for super.m taken as a value: not virtual
 *   pack.C.m`dynamic           code of the closure that a dynamic method (static function) holds at first: calls pack.C.m itself
 *   pack.C.m`native            a method that the runtime implements, as a function like others: what calls by name reach
 *   pack.C.m`of:T              method m of a final class with one parameter for objects of which it stands for T (Int, Float or the path
 *                              of a class, interface or enum without parameters): see Field.per_type
 *   pack.E.Ctor`make           closure of an enum constructor taken as a value
 * A static dynamic function is a static variable as well, with the initialiser pack.C.m`init.
 * Names in front of the backquote are those of section 3 of the contract. */

bool lower_has_code(Lowering *lowering, Field *field); /* hir_build_field would yield a unit, errors aside */
bool lower_is_static(const Field *field); /* a static variable with storage, or a static dynamic function */
/* The field on whose text and type that function depends; NULL if there is none (a made constructor: see lower_owner_of). */
Field *lower_field_of(Lowering *lowering, Name function);
TypeDecl *lower_owner_of(Lowering *lowering, Name function);

/* What one field (method, constructor, variable with initialiser) or one compiler-made function became. */
typedef struct HirUnit {
    Arena *arena; /* of the trees */
    Arena *kept;  /* of what MIR goes on using: signatures. Whoever makes MIR from the trees takes it over and sets it to NULL */
    Field *field;
    HirFuncVec funcs; /* the function itself, then its local functions in order of appearance; none after errors */
    ReadSet reads;    /* typing and building together; taken over as `kept` is */
} HirUnit;

/* The function of a method or constructor, or `init of a variable, and its local functions (named as function_event_name does). NULL
 * if it has no code (extern, abstract, inline variable, no initialiser) or after errors (in program->diags). The caller owns the unit. */
HirUnit *hir_build_field(Lowering *lowering, Field *field);
/* Any function by its name, compiler-made ones included. A local function yields the unit of its field (all functions in it).
 * NULL: there is no such function, or errors. */
HirUnit *hir_build_named(Lowering *lowering, Name function);
void hir_unit_free(HirUnit *unit); /* NULL is allowed */

/* The `hir` stage: the field's functions as trees. */
void lower_dump_hir(Lowering *lowering, Field *field, Text *out);

/* The functions to call, in order, before main: every __init__ of the loaded modules, then every static variable's `init, in order of
 * dependency (a class after its superclass and after the classes that its initialisers use), equal ones by module path. `order` is
 * the caller's (vec_free). */
void lower_static_order(Lowering *lowering, NameVec *order);

typedef VEC(Type *) TypeVec;

/* ---- Types and functions as the back end sees them (types.c, construct.c) ------------------------------------------------------------- */

/* What the back end knows of a type: representation (Int i32, Float f64, Bool bool, Void void; Null<Int|Float|Bool>, Dynamic and type
 * parameters word; all else ref), what a run-time test compares with, and for Null<Int> and its like what is inside. */
typedef struct Shape {
    Rep rep;
    Rep inner;      /* WORD that is Null<Int>, Null<Float>, Null<Bool>: the representation without Null; else rep */
    TypeTest test;
    TypeDecl *decl; /* class, interface or enum behind it; NULL */
    Type *head;     /* the followed type itself, abstracts replaced by what underlies them as far as no arguments are involved */
} Shape;
Shape lower_shape(Lowering *lowering, Type *type);
Name lower_type_name(Lowering *lowering, Type *type); /* its text */

Name lower_static_owner(Lowering *lowering, const Field *field); /* symbol of a static variable's owner */

/* How a method, constructor or static function is called: by the declaration that was first, see abi_of. */
typedef struct Abi {
    Field *root;    /* the topmost method that it overrides, or itself */
    u32 count;
    Rep *args;      /* without the receiver */
    Type **types;   /* as declared by root */
    bool *optional;
    Rep ret;
    Type *ret_type;
} Abi;
Abi lower_abi(Lowering *lowering, Arena *arena, Field *method);
Field *lower_topmost(Lowering *lowering, Field *method);
const FunSig *lower_sig(Lowering *lowering, Arena *arena, Type *function);
const FunSig *lower_sig_of_abi(Lowering *lowering, Arena *arena, const Abi *abi);
/* Representations and types of arguments and result: what a caller through a table relies on. */
Name lower_abi_types(Lowering *lowering, const Abi *abi);
Rep lower_arg_rep(Lowering *lowering, const FunArg *arg); /* an optional one of a basic type is a word */
/* instance seen as an instance of its superclass or interface `decl`, with arguments; NULL: it is none. */
Type *lower_seen_as(Lowering *lowering, Arena *arena, Type *instance, TypeDecl *decl);
/* The element type of an Array (abstracts followed); NULL: it is no Array. */
Type *lower_array_element(Lowering *lowering, Arena *arena, Type *type);
bool lower_is_dynamic(const Field *field);
bool lower_by_name_only(const Field *field); /* a variable of an interface */
/* Parameters of a declared type, and what stands for each in the actual one. */
void lower_match_params(Lowering *lowering, Arena *arena, Type *declared, Type *actual, TypeParamVec *params, TypeVec *args);

/* The function that constructs instances of the class, inherited ones included. `made` is true if the compiler makes it. */
typedef struct Constructor {
    TypeDecl *owner; /* NULL: there is none, nothing is to be called */
    Field *field;    /* whose signature it has; NULL: no arguments */
    bool made;
} Constructor;
Constructor lower_constructor(Lowering *lowering, TypeDecl *decl);
Name lower_constructor_name(Lowering *lowering, const Constructor *constructor);
bool lower_has_initialisers(Lowering *lowering, TypeDecl *decl, ReadSet *reads);

#endif
