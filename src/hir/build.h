/* build: what the files that turn typed bodies into HIR trees share.
 *
 *     Lowering      the service (hir.h): one a program
 *       Build       one field (or compiler-made function): arena, unit under way, reads
 *         Frame     one function body being translated: a whole function, a local one, or one that is inlined into another
 *
 * Values travel in the representation of their static type (frame_rep); whoever puts a value where another type is wanted says so by
 * build_coerce. build_value gives an expression in its own representation, build_value_as in that of another type, build_effect drops it.
 */
#ifndef MOLT_HIR_BUILD_H
#define MOLT_HIR_BUILD_H

#include "hir.h"

/* ---- Names --------------------------------------------------------------------------------------------------------------------------- */

/* Runtime functions and library names that lowering writes into MIR. X(member, text) */
#define LOWER_NAMES(X)                                                                                                               \
    X(string_concat, "molt_string_concat") X(string_concat_words, "molt_string_concat_words") X(string_eq, "molt_string_eq")         \
    X(string_hash, "molt_string_hash")                                                                                                \
    X(string_compare, "molt_string_compare") X(string_of_int, "molt_string_of_int") X(string_of_float, "molt_string_of_float")       \
    X(string_of_bool, "molt_string_of_bool") X(string_of_word, "molt_string_of_word") X(string_of_ref, "molt_string_of_ref")         \
    X(string_of_i64, "molt_string_of_i64") X(closure_eq, "molt_closure_eq") X(word_eq, "molt_word_eq")                               \
    X(word_add, "molt_word_add") X(word_sub, "molt_word_sub") X(word_mul, "molt_word_mul") X(word_div, "molt_word_div")              \
    X(word_mod, "molt_word_mod") X(word_and, "molt_word_and") X(word_or, "molt_word_or") X(word_xor, "molt_word_xor")                \
    X(word_shl, "molt_word_shl") X(word_shr, "molt_word_shr") X(word_ushr, "molt_word_ushr") X(word_lt, "molt_word_lt")              \
    X(word_le, "molt_word_le") X(word_gt, "molt_word_gt") X(word_ge, "molt_word_ge") X(word_neg, "molt_word_neg")                    \
    X(word_complement, "molt_word_complement") X(field_get, "molt_field_get") X(field_set, "molt_field_set")                         \
    X(field_get_property, "molt_field_get_property") X(field_set_property, "molt_field_set_property") X(field_call, "molt_field_call") \
    X(call_word, "molt_rt_call_word") X(anon_new, "molt_anon_new") X(anon_add, "molt_anon_add") X(throw_tag, "molt_rt_throw_tag")    \
    X(any, "any") X(ref, "ref") X(int_, "Int") X(float_, "Float") X(bool_, "Bool") X(string, "String") X(array, "Array")             \
    X(function, "function") X(caught, "caught") X(new_, "new") X(init, "__init__") X(this_, "this")                       \
    X(closure, "`closure") X(pending, "`pending") X(bound_, "`bound") X(next_, "`next") X(array_, "`array") X(index, "`index")       \
    X(iterator, "`iterator") X(entry, "`entry") X(has_next, "hasNext") X(next, "next") X(key, "key") X(value, "value")               \
    X(file_name, "fileName") X(line_number, "lineNumber") X(class_name, "className") X(method_name, "methodName")                    \
    X(custom_params, "customParams") X(set, "set") X(length, "length") X(receiver, "`receiver") X(reflect_field, "molt_reflect_field")                           \
    X(string_from_word, "molt_string_from_word") X(dynamic_index, "molt_dynamic_index")

typedef struct LowerNames {
#define X(member, text) Name member;
    LOWER_NAMES(X)
#undef X
} LowerNames;

typedef VEC(Hir *) HirVec;

/* ---- One field ------------------------------------------------------------------------------------------------------------------------ */

typedef struct Build {
    Lowering *lowering;
    Program *program;
    Names *names;
    const LowerNames *n;
    Arena *arena; /* of the trees: the unit's */
    HirUnit *unit;
    Map sigs;        /* Type -> FunSig of function values, in the unit's `kept` */
    Map taken;       /* names of functions made so far */
    u32 inlined;     /* number of calls expanded so far */
    bool failed;     /* a diagnostic was given: no code comes of it */
} Build;

/* What stands for a variable of the source in one frame. */
typedef struct Binding {
    HirVar *var;
    Hir *stable; /* instead: an argument of an inlined call that can be repeated (hir_is_stable) */
} Binding;

typedef struct Frame {
    Build *b;
    HirMaker m;           /* func: into which the code goes */
    struct Frame *outer;  /* the frame of the call that is expanded here, or of the function around this local one; NULL: whole functions */
    bool inlined;         /* a call expanded within outer's function */
    Field *field;         /* whose text is translated */
    TFunction *function;
    Map bindings;         /* TVar -> Binding */
    TypeParamVec params;  /* replaced by args wherever a type is looked at (inlined generic code) */
    TypeVec args;
    Binding this_;        /* var and stable NULL: there is no `this` */
    HirVar *self;         /* the closure itself, in closures */
    HirLabel *ret;        /* inlined: where return goes; NULL: it returns */
    Type *ret_type;
    Rep ret_rep;
    HirLoop *loop;        /* the innermost, of this body */
    bool foreign;         /* the text is not that of the build's field: inlined, or a local function within what is */
    u32 inlined_at;       /* position of the call, or UINT32_MAX */
    u32 depth;            /* of inlining */
} Frame;

/* ---- Frames (function.c) ------------------------------------------------------------------------------------------------------------------ */

Type *frame_type(Frame *f, Type *type);  /* arguments of inlined generic code put in */
Shape frame_shape(Frame *f, Type *type);
Rep frame_rep(Frame *f, Type *type);
void build_at(Frame *f, Span span); /* what is made from here on stands there */
Hir *build_unsupported(Frame *f, Span span, const char *feature); /* reports it; a node that diverges */
Binding *build_binding_of(Frame *f, const TVar *var);
void build_bind_var(Frame *f, const TVar *var, HirVar *hir);
void build_bind_stable(Frame *f, const TVar *var, Hir *value);
/* A variable of the source; a cell if a local function shares it and it changes. */
HirVar *build_var_of(Frame *f, const TVar *var);
Hir *build_read_var(Frame *f, const TVar *var);
Hir *build_this_of(Frame *f);
/* The function of a method, constructor or initialiser; adds it, and local functions on the way, to b->funcs. */
HirFunc *build_func_new(Build *b, Name name, Span span);
void build_func_add(Build *b, HirFunc *func);
void build_field(Build *b, Field *field);
Hir *build_make_closure(Frame *f, const TExpr *e);
/* The method as field of a class, or (element not NULL) for that type in place of the class's parameter, under the name given. */
void build_method(Build *b, Field *field, TFunction *function, Name name, Type *element);
void build_read_body(Build *b, const FunctionBody *body); /* what its typing read, the unit's code has read as well */
Name build_per_type_name(Frame *f, Field *field, Type *object_type); /* made.c: the function to call; field->path if it is the common one */
bool build_made(Build *b, Name function); /* made.c: the compiler's own functions; false: no such function */
void build_constructor(Build *b, TypeDecl *decl); /* construct.c: for a class without one of its own */

/* ---- Expressions -------------------------------------------------------------------------------------------------------------------------- */

Hir *build_value(Frame *f, const TExpr *e);
Hir *build_value_as(Frame *f, const TExpr *e, Type *type);
Hir *build_effect(Frame *f, const TExpr *e);
Hir *build_nonnull_value(Frame *f, const TExpr *e, Type *type);

/* coerce.c: the value of a type as a value of another, both as the static types promise it: tests what generic code cannot promise. */
/* A Dynamic on its way to a String: its text, where it is a number; anything else as it was. */
Hir *build_dynamic_text(Frame *f, Hir *h, Type *from, Type *to);
Hir *build_coerce(Frame *f, Hir *h, Type *from, Type *to);
Hir *build_coerce_shape(Frame *f, Hir *h, Shape want);
Hir *build_coerce_rep(Frame *f, Hir *h, Rep to, TypeTest test); /* representation alone; word to ref tests */
Hir *build_to_word(Frame *f, Hir *h);
Hir *build_cast(Frame *f, const TExpr *e);
Hir *build_is(Frame *f, const TExpr *e);

/* Evaluated once, for use in several places: stable as it is, or a temporary declared in `items`. */
Hir *build_once(Frame *f, Hir *h, HirVec *items);
Hir *build_finish_items(Frame *f, HirVec *items, Hir *last); /* last may be NULL */

/* operator.c */
Hir *build_binop(Frame *f, const TExpr *e);
Hir *build_arithmetic(Frame *f, BinOp op, Hir *left, Type *left_type, Hir *right, Type *right_type, Type *result);
Hir *build_equals(Frame *f, Hir *left, Type *left_type, Hir *right, Type *right_type);
Hir *build_is_null(Frame *f, Hir *h); /* a ref or word compared with null */
Hir *build_unop(Frame *f, const TExpr *e, bool wanted);
/* string.c */
Hir *build_concat(Frame *f, u32 count, TExpr *const *parts);
Hir *build_concat_values(Frame *f, u32 count, Hir *const *parts);
bool build_is_concat(Frame *f, const TExpr *e);
Hir *build_concat_binop(Frame *f, const TExpr *e);
/* field.c: reading */
Hir *build_read_field(Frame *f, const TExpr *e);
Hir *build_load_field(Frame *f, Hir *object, Field *field, Type *type); /* object: checked for null */
Hir *build_get_by_name(Frame *f, Hir *object, Name name, Type *type);
Hir *build_index(Frame *f, const TExpr *e);
Hir *build_method_closure(Frame *f, Hir *receiver, Field *method);
/* assign.c */
Hir *build_assign(Frame *f, const TExpr *e, bool wanted);
Hir *build_assign_op(Frame *f, const TExpr *e, bool wanted);
Hir *build_increment(Frame *f, const TExpr *e, bool wanted);
/* call.c */

/* Arguments of a call: expressions still to be translated, or values (NULL where exprs are given) with their types. */
typedef struct Args {
    u32 count;
    TExpr *const *exprs;
    Hir *const *values;
    Type *const *types;
} Args;
#define NO_ARGS ((Args){0})
/* One of them where the callee declares `declared`, of which its parameters are not the frame's, and takes it in `rep`: an optional
 * argument of a basic type is a word. */
Hir *build_arg(Frame *f, const Args *args, u32 i, Type *declared, Rep rep);
Hir *build_call(Frame *f, const TExpr *e);
/* A method (object: its receiver, not yet checked for null), static function or member of an abstract (its `this` is the first
 * argument). callee_type: the function's type at this place, with type arguments. `result`: the type that is wanted. */
Hir *build_call_field(Frame *f, Field *field, Hir *object, Type *object_type, bool is_super, const Args *args, Type *callee_type,
                      Type *result);
Hir *build_call_by_name(Frame *f, Hir *object, Name name, const Args *args, Type *result);
/* Whichever of the two the static type of the object allows. */
Hir *build_call_member(Frame *f, Hir *object, Type *object_type, Name name, const Args *args, Type *result);
Hir *build_call_closure(Frame *f, Hir *closure, Type *type, const Args *args, Type *result);
Hir *build_call_constructor(Frame *f, TypeDecl *decl, Hir *object, const Args *args); /* without a value; NULL: there is none */
/* inline.c: NULL: not expanded (recursive, too deep, no body) */
Hir *build_inline_call(Frame *f, Field *field, Hir *object, Type *object_type, const Args *args, Type *callee_type, Type *result);
Hir *build_inline_variable(Frame *f, Field *field, Type *type);
/* construct.c */
Hir *build_new_object(Frame *f, const TExpr *e);
Hir *build_object_literal(Frame *f, const TExpr *e);
Hir *build_array_literal(Frame *f, const TExpr *e);
Hir *build_map_literal(Frame *f, const TExpr *e);
Hir *build_pos_infos(Frame *f, const TExpr *e);
Hir *build_regexp(Frame *f, const TExpr *e);
Hir *build_construct(Frame *f, TypeDecl *decl, const Args *args); /* new decl(args), of a class */
Hir *build_field_initialisers(Frame *f, TypeDecl *decl);
/* control.c, loops.c, switch.c */
Hir *build_if(Frame *f, const TExpr *e, bool wanted);
Hir *build_while_loop(Frame *f, const TExpr *e);
Hir *build_for_range(Frame *f, const TExpr *e);
Hir *build_for_array(Frame *f, const TExpr *e);
Hir *build_for_iterator(Frame *f, const TExpr *e);
Hir *build_try(Frame *f, const TExpr *e, bool wanted);
Hir *build_return(Frame *f, const TExpr *e);
Hir *build_throw(Frame *f, const TExpr *e);
Hir *build_switch(Frame *f, const TExpr *e, bool wanted);
Hir *build_condition(Frame *f, const TExpr *e);
/* A branch of a value: coerced to the type of the whole, or its effect alone. e NULL: nothing, the type's default. */
Hir *build_branch(Frame *f, const TExpr *e, Type *type, bool wanted);

#endif
