/* graph: the dependency graph, from what was read to who read it.
 *
 * Per entity and facet a list of readers. Registering a reader again does not search the lists for its old rows: a row carries the
 * reader's generation and is void when that has moved on; a list is swept when more than half of it is void. So registering costs as
 * much as the reader read, whatever the size of the program.
 */
#include "state.h"

#include <stdlib.h>

typedef struct Reader {
    Field *field;
    u32 generation;
    u32 visit; /* number of the last look-up that found it: each reader once */
} Reader;
typedef struct Row {
    Reader *reader;
    u32 generation;
} Row;
typedef struct Rows {
    VEC(Row) list;
    u32 valid_at_sweep;
} Rows;

struct Graph {
    Map rows;    /* entity id * FACET_COUNT + facet + 1 -> Rows */
    Map readers; /* Field -> Reader */
    u32 visits;
};

Graph *graph_new(void) { return base_alloc(sizeof(Graph)); }

void graph_free(Graph *graph) {
    if (!graph) return;
    for (MapEntry *entry = NULL; (entry = map_next(&graph->rows, entry));) {
        Rows *rows = entry->value;
        vec_free(&rows->list);
        free(rows);
    }
    for (MapEntry *entry = NULL; (entry = map_next(&graph->readers, entry));) free(entry->value);
    map_free(&graph->rows);
    map_free(&graph->readers);
    free(graph);
}

static u64 row_key(const Entity *entity, Facet facet) { return (u64)entity->id * FACET_COUNT + (u64)facet + 1; }

static void sweep(Rows *rows) {
    u32 kept = 0;
    for (u32 i = 0; i < rows->list.count; i++)
        if (rows->list.at[i].generation == rows->list.at[i].reader->generation) rows->list.at[kept++] = rows->list.at[i];
    rows->list.count = kept;
    rows->valid_at_sweep = kept;
}

static void add_reads(Graph *graph, Reader *reader, const ReadSet *reads) {
    for (u32 i = 0; reads && i < reads->list.count; i++) {
        u64 key = row_key(reads->list.at[i].entity, reads->list.at[i].facet);
        Rows *rows = map_get(&graph->rows, key);
        if (!rows) {
            rows = base_alloc(sizeof *rows);
            map_set(&graph->rows, key, rows);
        }
        if (rows->list.count > 16 && rows->list.count > 2 * rows->valid_at_sweep) sweep(rows);
        vec_push(NULL, &rows->list, (Row){reader, reader->generation});
    }
}

void graph_set(Graph *graph, Field *field, const ReadSet *body, const ReadSet *unit) {
    Reader *reader = map_get(&graph->readers, (u64)(uintptr_t)field);
    if (!reader) {
        reader = base_alloc(sizeof *reader);
        reader->field = field;
        map_set(&graph->readers, (u64)(uintptr_t)field, reader);
    }
    reader->generation++;
    add_reads(graph, reader, body);
    add_reads(graph, reader, unit);
}

void graph_remove(Graph *graph, Field *field) {
    Reader *reader = map_get(&graph->readers, (u64)(uintptr_t)field);
    if (reader) reader->generation++;
}

void graph_readers(Graph *graph, const Entity *entity, Facet facet, void (*visit)(void *context, Field *reader), void *context) {
    Rows *rows = map_get(&graph->rows, row_key(entity, facet));
    if (!rows) return;
    u32 number = ++graph->visits;
    for (u32 i = 0; i < rows->list.count; i++) {
        Row *row = &rows->list.at[i];
        if (row->generation != row->reader->generation || row->reader->visit == number) continue;
        row->reader->visit = number;
        visit(context, row->reader->field);
    }
}
