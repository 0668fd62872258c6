/* hir: from typed bodies to control-flow graphs.
 *
 * A typed body becomes a HIR tree, small and explicit: representations instead of types, coercions written out, patterns as decisions,
 * closures with their captures, loops with hidden locals, inline functions expanded. The HIR tree becomes a MirFunc. Both steps are
 * done by lower_field; the tree lives only as long as that call, unless a dump asks for it.
 *
 * Reads of the typer's entities are recorded in the unit's ReadSet (MirUnit.reads), which begins as a copy of the body's.
 *
 * Thread rule: the compiler thread alone. A MirUnit that was handed out is immutable and may be read by any thread.
 */
#ifndef MOLT_HIR_H
#define MOLT_HIR_H

#include "../base/base.h"
#include "../mir/mir.h"
#include "../typer/typer.h"

/* ---- Lowering: fields, types and the whole program's order ------------------------------------------------------------------------ */

typedef struct Lowering Lowering;
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
 *   pack.E.Ctor`make           closure of an enum constructor taken as a value
 * A static dynamic function is a static variable as well, with the initialiser pack.C.m`init.
 * Names in front of the backquote are those of section 3 of the contract. */

/* Typed body -> HIR -> MIR: the function of a method or constructor, or `init of a variable, and all its local functions (which are
 * funcs[1 …], named as function_event_name does). NULL if it has no code (extern, abstract, inline variable, no initialiser) or after
 * errors (in program->diags). The caller owns the unit: mir_unit_free. */
MirUnit *lower_field(Lowering *lowering, Field *field);
bool lower_has_code(Lowering *lowering, Field *field); /* lower_field would yield a unit, errors aside */

/* Any function by its name, compiler-made ones included. A local function yields the unit of its field (all functions in it).
 * NULL: there is no such function, or errors. */
MirUnit *lower_named(Lowering *lowering, Name function);
/* The field on whose text and type that function depends; NULL if there is none (a made constructor: see lower_owner_of). */
Field *lower_field_of(Lowering *lowering, Name function);
TypeDecl *lower_owner_of(Lowering *lowering, Name function);

/* The description of a class, interface or enum as the back end needs it, in the caller's arena. Reads what it depends on into `reads`
 * (may be NULL). */
MirClass *lower_class(Lowering *lowering, TypeDecl *decl, Arena *arena, ReadSet *reads);
/* Own members as reflection sees them, in the caller's arena. */
MirMembers *lower_members(Lowering *lowering, TypeDecl *decl, Arena *arena);
/* The description of a static variable with storage, or of a static dynamic function. */
bool lower_is_static(const Field *field);
MirStatic lower_static(Lowering *lowering, Field *field, Arena *arena);

/* The functions to call, in order, before main: every __init__ of the loaded modules, then every static variable's `init, in order of
 * dependency (a class after its superclass and after the classes that its initialisers use), equal ones by module path. `order` is
 * the caller's (vec_free). */
void lower_static_order(Lowering *lowering, NameVec *order);

/* Representation of a Haxe type: Int i32, Float f64, Bool bool, Void void; Null<Int|Float|Bool>, Dynamic, type parameters word; all
 * else ref. */
Rep lower_rep(Program *program, Type *type);
/* What a run-time test of the type compares with (see MirTest). */
MirTest lower_test(Program *program, Type *type);

/* The `hir` stage: the field's functions as trees. */
void lower_dump_hir(Lowering *lowering, Field *field, Text *out);

#endif
