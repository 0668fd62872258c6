/* members: what reflection knows of a type beyond its layout: methods, static variables and functions, constructor.
 *
 * Asked for when a running program reflects on the type for the first time, so nothing of it is part of a class's description.
 */
#include "mir.h"

static bool is_callable(Lowering *l, const Field *field) {
    if (field->kind != FIELD_METHOD || lower_is_dynamic(field) || field->is_macro) return false;
    return field->native || lower_has_code(l, (Field *)(uintptr_t)field);
}

static MirMemberInfo method_info(Lowering *l, Arena *arena, Field *field, const char *suffix) {
    Abi abi = lower_abi(l, arena, field);
    MirMemberInfo info = {.name = field->name, .function = field->path, .sig = lower_sig_of_abi(l, arena, &abi)->text};
    if (field->native) info.function = name_printf(l->names, "%s`native", field->path->text);
    info.bound = name_printf(l->names, "%s`%s", field->path->text, suffix);
    return info;
}

static void add_constructors(Lowering *l, TypeDecl *decl, Arena *arena, MirMembers *out) {
    for (u32 i = 0; i < decl->fields.count; i++) {
        Field *field = decl->fields.at[i];
        if (field->kind != FIELD_ENUM_CTOR) continue;
        Type *type = type_follow(l->program, field_type(l->program, field));
        if (type->kind != TYPE_FUN) continue;
        MirMemberInfo info = {.name = field->name};
        Abi abi = lower_abi(l, arena, field);
        abi.ret = REP_REF;
        if (!abi.ret_type) abi.ret_type = type;
        info.sig = lower_sig_of_abi(l, arena, &abi)->text;
        info.bound = name_printf(l->names, "%s`make", field->path->text);
        vec_push(arena, &out->static_methods, info);
    }
}

MirMembers *lower_members(Lowering *lowering, TypeDecl *decl, Arena *arena) {
    MirMembers *out = NEW(arena, MirMembers);
    if (decl->kind == DECL_ENUM) add_constructors(lowering, decl, arena, out);
    if (decl->kind != DECL_CLASS) return out;
    for (u32 i = 0; i < decl->fields.count; i++)
        if (is_callable(lowering, decl->fields.at[i])) vec_push(arena, &out->methods, method_info(lowering, arena, decl->fields.at[i], "bound"));
    for (u32 i = 0; i < decl->statics.count; i++) {
        Field *field = decl->statics.at[i];
        if (is_callable(lowering, field)) vec_push(arena, &out->static_methods, method_info(lowering, arena, field, "static"));
        else if (lower_is_static(field)) vec_push(arena, &out->statics, lower_static(lowering, field, arena));
    }
    Constructor constructor = lower_constructor(lowering, decl);
    bool has_code = constructor.made || (constructor.field && lower_has_code(lowering, constructor.field));
    if (!constructor.owner || !has_code) return out;
    Abi abi = {0};
    if (constructor.field) abi = lower_abi(lowering, arena, constructor.field);
    abi.ret = REP_VOID;
    out->constructor = lower_constructor_name(lowering, &constructor);
    out->constructor_sig = lower_sig_of_abi(lowering, arena, &abi)->text;
    return out;
}
