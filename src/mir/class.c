/* class: descriptions of classes, interfaces, enums and static variables for the back end. */
#include "mir.h"

typedef VEC(Name) Names_;

/* ---- Fields and methods ---------------------------------------------------------------------------------------------------------------- */

static MirFieldInfo field_info(Lowering *l, Name name, Type *type, Field *field) {
    Shape shape = lower_shape(l, type);
    if (shape.rep == REP_VOID) shape.rep = REP_WORD;
    MirFieldInfo info = {.name = name, .rep = (u8)shape.rep, .type = lower_type_name(l, type), .field = field};
    if (shape.rep == REP_REF) info.test = shape.test;
    return info;
}

static bool is_stored(Lowering *l, Field *field) {
    if (field->native || field->is_extern) return false;
    if (lower_is_dynamic(field)) return lower_topmost(l, field) == field;
    return field->kind == FIELD_VAR && field->has_storage && !field->is_inline;
}

static void describe_fields(Lowering *l, TypeDecl *decl, Arena *arena, MirClass *out, ReadSet *reads) {
    VEC(MirFieldInfo) fields = {0};
    for (u32 i = 0; i < decl->fields.count; i++) {
        Field *field = decl->fields.at[i];
        if (!is_stored(l, field)) continue;
        reads_add(reads, &field->entity, FACET_SIGNATURE);
        MirFieldInfo info = field_info(l, field->name, field_type(l->program, field), field);
        info.has_init = field->kind == FIELD_VAR && lower_has_code(l, field);
        vec_push(arena, &fields, info);
    }
    out->fields = fields.at;
    out->field_count = fields.count;
}

static void describe_methods(Lowering *l, TypeDecl *decl, Arena *arena, MirClass *out, ReadSet *reads) {
    VEC(MirMethodInfo) methods = {0};
    for (u32 i = 0; i < decl->fields.count; i++) {
        Field *field = decl->fields.at[i];
        if (field->kind != FIELD_METHOD || lower_is_dynamic(field) || field->is_macro || field->is_impl) continue;
        bool has_code = !field->native && !field->is_extern && !decl->is_extern;
        MirMethodInfo info = {.name = field->name, .function = field->path};
        if (decl->kind == DECL_INTERFACE || has_code) {
            Abi abi = lower_abi(l, arena, field);
            reads_add(reads, &abi.root->entity, FACET_SIGNATURE);
            info.sig = lower_sig_of_abi(l, arena, &abi)->text;
            info.types = lower_abi_types(l, &abi);
            info.is_virtual = decl->kind == DECL_CLASS && !(field->is_final && abi.root == field) && !field->is_inline;
        }
        vec_push(arena, &methods, info);
    }
    out->methods = methods.at;
    out->method_count = methods.count;
}

/* ---- Interfaces ---------------------------------------------------------------------------------------------------------------------------- */

static void add_interface(Arena *arena, Names_ *list, TypeDecl *interface) {
    for (u32 i = 0; i < list->count; i++)
        if (list->at[i] == interface->path) return;
    vec_push(arena, list, interface->path);
}

static void collect_interfaces(Lowering *l, Arena *arena, Names_ *list, TypeDecl *decl) {
    for (u32 i = 0; i < decl->interfaces.count; i++) {
        Type *type = type_follow(l->program, decl->interfaces.at[i]);
        if (type->kind != TYPE_DECL) continue;
        add_interface(arena, list, type->decl.decl);
        collect_interfaces(l, arena, list, type->decl.decl);
    }
    if (decl->kind == DECL_CLASS && decl->super) collect_interfaces(l, arena, list, decl->super);
}

static Field *find_method(TypeDecl *decl, Name name) {
    for (TypeDecl *at_decl = decl; at_decl; at_decl = at_decl->super) {
        Field *field = map_get_name(&at_decl->by_name, name);
        if (field && field->kind == FIELD_METHOD) return field;
    }
    return NULL;
}

static bool same_abi(const Abi *a, const Abi *b) {
    if (a->count != b->count || a->ret != b->ret) return false;
    for (u32 i = 0; i < a->count; i++)
        if (a->args[i] != b->args[i]) return false;
    return true;
}

/* A method that differs in representation from the interface's is reached through a bridge, a dynamic or inline one always. */
static void describe_itab(Lowering *l, TypeDecl *decl, Arena *arena, MirClass *out, ReadSet *reads) {
    VEC(MirItabInfo) itab = {0};
    for (u32 i = 0; i < out->interface_count; i++) {
        TypeDecl *interface = map_get_name(&l->program->types, out->interfaces[i]);
        reads_add(reads, &interface->entity, FACET_MEMBERS);
        for (u32 k = 0; k < interface->fields.count; k++) {
            Field *declared = interface->fields.at[k];
            if (declared->kind != FIELD_METHOD) continue;
            Field *method = find_method(decl, declared->name);
            if (!method || method->native || method->is_extern) continue;
            reads_add(reads, &declared->entity, FACET_SIGNATURE);
            reads_add(reads, &method->entity, FACET_SIGNATURE);
            Abi own = lower_abi(l, arena, method), wanted = lower_abi(l, arena, declared);
            MirItabInfo info = {.interface = interface->path, .method = declared->name, .function = method->path};
            info.types = lower_abi_types(l, &wanted);
            if (lower_is_dynamic(method) || !same_abi(&own, &wanted))
                info.function = name_printf(l->names, "%s`bridge:%s", method->path->text, interface->path->text);
            vec_push(arena, &itab, info);
        }
    }
    out->itab = itab.at;
    out->itab_count = itab.count;
}

/* ---- Enums ---------------------------------------------------------------------------------------------------------------------------------- */

static void describe_constructors(Lowering *l, TypeDecl *decl, Arena *arena, MirClass *out, ReadSet *reads) {
    VEC(MirCtorInfo) ctors = {0};
    for (u32 i = 0; i < decl->fields.count; i++) {
        Field *field = decl->fields.at[i];
        if (field->kind != FIELD_ENUM_CTOR) continue;
        reads_add(reads, &field->entity, FACET_SIGNATURE);
        Type *type = type_follow(l->program, field_type(l->program, field));
        MirCtorInfo info = {.name = field->name, .field = field};
        if (type->kind == TYPE_FUN) {
            info.count = type->fun.count;
            info.params = NEW_ARRAY(arena, MirFieldInfo, info.count);
            for (u32 k = 0; k < info.count; k++) info.params[k] = field_info(l, type->fun.args[k].name, type->fun.args[k].type, NULL);
        }
        vec_push(arena, &ctors, info);
    }
    out->ctors = ctors.at;
    out->ctor_count = ctors.count;
}

/* ---- The whole ------------------------------------------------------------------------------------------------------------------------------- */

static u64 hash_field(u64 hash, const MirFieldInfo *field) {
    hash = hash_bytes(field->name->text, field->name->length, hash);
    hash = hash_bytes(field->type->text, field->type->length, hash);
    return hash_mix(hash, field->rep);
}

static u64 layout_hash(const MirClass *cls) {
    u64 hash = cls->kind;
    for (u32 i = 0; i < cls->field_count; i++) hash = hash_field(hash, &cls->fields[i]);
    for (u32 i = 0; i < cls->ctor_count; i++) {
        hash = hash_bytes(cls->ctors[i].name->text, cls->ctors[i].name->length, hash_mix(hash, cls->ctors[i].count));
        for (u32 k = 0; k < cls->ctors[i].count; k++) hash = hash_field(hash, &cls->ctors[i].params[k]);
    }
    return hash;
}

static MirClass *describe(Lowering *lowering, TypeDecl *decl, Arena *arena, ReadSet *reads) {
    MirClass *out = NEW(arena, MirClass);
    out->path = decl->path;
    out->kind = decl->kind;
    out->decl = decl;
    reads_add(reads, &decl->entity, FACET_SIGNATURE);
    reads_add(reads, &decl->entity, FACET_MEMBERS);
    if (decl->kind == DECL_ENUM) {
        describe_constructors(lowering, decl, arena, out, reads);
        return out;
    }
    if (decl->kind != DECL_CLASS && decl->kind != DECL_INTERFACE) return out;
    if (decl->kind == DECL_CLASS && decl->super) out->super = decl->super->path;
    Names_ interfaces = {0};
    collect_interfaces(lowering, arena, &interfaces, decl);
    out->interfaces = interfaces.at;
    out->interface_count = interfaces.count;
    describe_methods(lowering, decl, arena, out, reads);
    if (decl->kind == DECL_CLASS) {
        describe_fields(lowering, decl, arena, out, reads);
        describe_itab(lowering, decl, arena, out, reads);
        Constructor constructor = lower_constructor(lowering, decl);
        if (constructor.owner) out->constructor = lower_constructor_name(lowering, &constructor);
    }
    return out;
}

MirClass *lower_class(Lowering *lowering, TypeDecl *decl, Arena *arena, ReadSet *reads) {
    lowering->reads = reads;
    MirClass *out = describe(lowering, decl, arena, reads);
    lowering->reads = NULL;
    out->layout_hash = layout_hash(out);
    return out;
}

/* ---- Statics ----------------------------------------------------------------------------------------------------------------------------------- */

/* Literals of constants, arrays, maps and structures of them (contract 7.6). */
static bool is_constant_literal(const AstExpr *ast) {
    switch (ast->kind) {
    case EXPR_NULL:
    case EXPR_TRUE:
    case EXPR_FALSE:
    case EXPR_INT:
    case EXPR_FLOAT:
    case EXPR_STRING:
    case EXPR_REGEXP:
        return true;
    case EXPR_PAREN:
        return is_constant_literal(ast->operand);
    case EXPR_UNOP:
        return !ast->postfix && is_constant_literal(ast->operand);
    case EXPR_CHECK_TYPE:
        return is_constant_literal(ast->typed.operand);
    case EXPR_BINOP:
        return ast->binop == BINOP_FAT_ARROW && is_constant_literal(ast->pair.left) && is_constant_literal(ast->pair.right);
    case EXPR_ARRAY:
        for (u32 i = 0; i < ast->list.count; i++)
            if (!is_constant_literal(ast->list.at[i])) return false;
        return true;
    case EXPR_OBJECT:
        for (u32 i = 0; i < ast->object.fields.count; i++)
            if (!is_constant_literal(ast->object.fields.at[i].value)) return false;
        return true;
    default:
        return false;
    }
}

bool lower_is_constant(const Field *field) {
    return field->kind == FIELD_VAR && field->ast && field->ast->value && is_constant_literal(field->ast->value);
}

MirStatic lower_static(Lowering *lowering, Field *field, Arena *arena) {
    (void)arena;
    MirFieldInfo info = field_info(lowering, field->name, field_type(lowering->program, field), field);
    MirStatic out = {.path = field->path, .name = field->name, .rep = info.rep, .type = info.type, .test = info.test, .field = field};
    out.owner = lower_static_owner(lowering, field);
    if (lower_is_dynamic(field) || lower_has_code(lowering, field)) out.init = name_printf(lowering->names, "%s`init", field->path->text);
    out.constant_init = lower_is_constant(field);
    return out;
}
