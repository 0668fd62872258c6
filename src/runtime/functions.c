/* functions: the table of runtime functions that generated code may call (abi/runtime.def), with their addresses.
 *
 * The declarations here are not the true ones: only addresses are wanted. A line of the list without a function does not link.
 */
#include "../abi/abi.h"

#define RT(name, signature, effects) extern void name(void);
#include "../abi/runtime.def"
#undef RT

const AbiFunction abi_functions[] = {
#define RT(name, signature, effects) {#name, signature, effects, (void *)name},
#include "../abi/runtime.def"
#undef RT
};
const u32 abi_function_count = LEN(abi_functions);
