/* Many short-lived trees beside one that stays, by malloc and free; see BinaryTrees.hx. */
#include "bench.h"

enum { LEAST = 4 };

typedef struct Tree {
    struct Tree *left, *right;
} Tree;

static Tree *make(int depth)
{
    Tree *t = malloc(sizeof *t);
    t->left = depth == 0 ? NULL : make(depth - 1);
    t->right = depth == 0 ? NULL : make(depth - 1);
    return t;
}

static int count(const Tree *t)
{
    return t->left == NULL ? 1 : 1 + count(t->left) + count(t->right);
}

static void drop(Tree *t)
{
    if (t->left != NULL) {
        drop(t->left);
        drop(t->right);
    }
    free(t);
}

static int counted(int depth)
{
    Tree *t = make(depth);
    int n = count(t);
    drop(t);
    return n;
}

static int32_t work(int depth)
{
    int32_t sum = counted(depth + 1);
    Tree *staying = make(depth);
    for (int d = LEAST; d <= depth; d += 2) {
        int rounds = 1 << (depth - d + LEAST);
        int32_t nodes = 0;
        for (int i = 0; i < rounds; i++)
            nodes += counted(d);
        sum = mix(sum, nodes);
    }
    sum = mix(sum, count(staying));
    drop(staying);
    return sum;
}

int main(int argc, char **argv)
{
    return bench_run(argc, argv, 8, work);
}
