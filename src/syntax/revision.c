/* revision: places in one revision of a file found again in another.
 *
 * What was not edited has equal tokens in both (equal hashes), so a place is named by its token's number within the range and its
 * distance from that token's start.
 */
#include "syntax.h"

u32 syntax_token_at(const AstFile *ast, u32 offset)
{
    u32 low = 0, high = ast->token_count; /* tokens below `low` begin at or before offset, those from `high` on behind it */
    while (low < high) {
        u32 middle = low + (high - low) / 2;
        if (ast->tokens[middle].start <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? low - 1 : 0;
}

u32 syntax_map_offset(const AstFile *old_ast, TokenRange old_range, const AstFile *new_ast, TokenRange new_range, u32 offset)
{
    ASSERT(old_range.end - old_range.first == new_range.end - new_range.first);
    u32 token = syntax_token_at(old_ast, offset);
    token = MAX(token, old_range.first);
    token = MIN(token, old_range.end ? old_range.end - 1 : 0);
    u32 new_token = token - old_range.first + new_range.first;
    /* Between tokens there is nothing to find again: such a place is its token's end, or the range's start. */
    u32 within = offset > old_ast->tokens[token].start ? offset - old_ast->tokens[token].start : 0;
    return new_ast->tokens[new_token].start + MIN(within, new_ast->tokens[new_token].length);
}

Span syntax_map_span(const AstFile *old_ast, TokenRange old_range, const AstFile *new_ast, TokenRange new_range, Span span)
{
    u32 start = syntax_map_offset(old_ast, old_range, new_ast, new_range, span.start);
    u32 end = span.end > span.start ? syntax_map_offset(old_ast, old_range, new_ast, new_range, span.end - 1) + 1 : start;
    return (Span){new_ast->file, start, end};
}

bool syntax_same_offsets(const AstFile *old_ast, TokenRange old_range, const AstFile *new_ast, TokenRange new_range)
{
    u32 count = old_range.end - old_range.first;
    if (new_range.end - new_range.first != count) return false;
    for (u32 i = 0; i < count; i++)
        if (old_ast->tokens[old_range.first + i].start != new_ast->tokens[new_range.first + i].start) return false;
    return true;
}
