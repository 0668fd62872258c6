/* The syntax tree under names that do not meet those of the typed program: AstExpr, AstType, AST_TYPE_PATH, … Every file above
 * syntax/ includes this one in place of syntax.h. */
#ifndef MOLT_TYPER_AST_H
#define MOLT_TYPER_AST_H

#define Expr AstExpr
#define Type AstType
#define Field AstField
#define Decl AstDecl
#define Function AstFunction
#define TypeParam AstTypeParam
#define TypeKind AstTypeKind
#define FieldKind AstFieldKind
#define DeclKind AstDeclKind
#define ExprKind AstExprKind
#define Unop AstUnop
#define Binop AstBinop
#define Meta AstMeta
#define Argument AstArgument
#define TypePath AstTypePath
#define TypePathList AstTypePathList
#define TypeParamList AstTypeParamList
#define MetaList AstMetaList
#define TypeArgList AstTypeArgList
#define FunctionList AstFunctionList
#define FieldList AstFieldList
#define TypeList AstTypeList
#define ExprList AstExprList
#define TypeArg AstTypeArg
#define FunctionTypeArg AstFunctionTypeArg
#define FunctionKind AstFunctionKind
#define EnumConstructor AstEnumConstructor
#define EnumArg AstEnumArg
#define VarDecl AstVarDecl
#define ObjectField AstObjectField
#define Case AstCase
#define Switch AstSwitch
#define For AstFor
#define Catch AstCatch

#define TYPE_ERROR AST_TYPE_ERROR
#define TYPE_PATH AST_TYPE_PATH
#define TYPE_FUNCTION AST_TYPE_FUNCTION
#define TYPE_ANONYMOUS AST_TYPE_ANONYMOUS
#define TYPE_PAREN AST_TYPE_PAREN
#define TYPE_OPTIONAL AST_TYPE_OPTIONAL
#define TYPE_REST AST_TYPE_REST
#define TYPE_INTERSECTION AST_TYPE_INTERSECTION
#define DECL_IMPORT AST_DECL_IMPORT
#define DECL_USING AST_DECL_USING
#define DECL_CLASS AST_DECL_CLASS
#define DECL_ENUM AST_DECL_ENUM
#define DECL_TYPEDEF AST_DECL_TYPEDEF
#define DECL_ABSTRACT AST_DECL_ABSTRACT
#define DECL_FIELD AST_DECL_FIELD
#define DECL_INTERFACE AST_DECL_INTERFACE
#define DECL_ENUM_ABSTRACT AST_DECL_ENUM_ABSTRACT
#define FIELD_VAR AST_FIELD_VAR
#define FIELD_PROPERTY AST_FIELD_PROPERTY
#define FIELD_FUNCTION AST_FIELD_FUNCTION
#define UNOP_INCREMENT AST_UNOP_INCREMENT
#define UNOP_DECREMENT AST_UNOP_DECREMENT
#define UNOP_NOT AST_UNOP_NOT
#define UNOP_NEG AST_UNOP_NEG
#define UNOP_NEG_BITS AST_UNOP_NEG_BITS
#define UNOP_SPREAD AST_UNOP_SPREAD

#include "../syntax/syntax.h"

#undef Expr
#undef Type
#undef Field
#undef Decl
#undef Function
#undef TypeParam
#undef TypeKind
#undef FieldKind
#undef DeclKind
#undef ExprKind
#undef Unop
#undef Binop
#undef Meta
#undef Argument
#undef TypePath
#undef TypePathList
#undef TypeParamList
#undef MetaList
#undef TypeArgList
#undef FunctionList
#undef FieldList
#undef TypeList
#undef ExprList
#undef TypeArg
#undef FunctionTypeArg
#undef FunctionKind
#undef EnumConstructor
#undef EnumArg
#undef VarDecl
#undef ObjectField
#undef Case
#undef Switch
#undef For
#undef Catch

#undef TYPE_ERROR
#undef TYPE_PATH
#undef TYPE_FUNCTION
#undef TYPE_ANONYMOUS
#undef TYPE_PAREN
#undef TYPE_OPTIONAL
#undef TYPE_REST
#undef TYPE_INTERSECTION
#undef DECL_IMPORT
#undef DECL_USING
#undef DECL_CLASS
#undef DECL_ENUM
#undef DECL_TYPEDEF
#undef DECL_ABSTRACT
#undef DECL_FIELD
#undef DECL_INTERFACE
#undef DECL_ENUM_ABSTRACT
#undef FIELD_VAR
#undef FIELD_PROPERTY
#undef FIELD_FUNCTION
#undef UNOP_INCREMENT
#undef UNOP_DECREMENT
#undef UNOP_NOT
#undef UNOP_NEG
#undef UNOP_NEG_BITS
#undef UNOP_SPREAD

#endif
