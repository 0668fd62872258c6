/* Planets that pull on each other; see NBody.hx. */
#include <math.h>

#include "bench.h"

enum { BODIES = 5 };

typedef struct {
    double x, y, z, vx, vy, vz, mass;
} Body;

static void build_system(Body *b)
{
    b[0] = (Body){0, 0, 0, 0, 0, 0, 40};
    for (int k = 1; k < BODIES; k++) {
        double distance = 1.5 * k * k;
        double speed = sqrt(b[0].mass / distance);
        int side = k % 2 == 0 ? 1 : -1;
        b[k] = (Body){distance * side, 0.1 * k, -0.05 * k, 0, speed * side, 0.02 * k, 0.01 * (5 - k)};
    }
    for (int k = 1; k < BODIES; k++) {
        b[0].vx -= b[k].vx * b[k].mass / b[0].mass;
        b[0].vy -= b[k].vy * b[k].mass / b[0].mass;
        b[0].vz -= b[k].vz * b[k].mass / b[0].mass;
    }
}

static double energy(const Body *bodies)
{
    double e = 0;
    for (int i = 0; i < BODIES; i++) {
        const Body *a = &bodies[i];
        e += 0.5 * a->mass * (a->vx * a->vx + a->vy * a->vy + a->vz * a->vz);
        for (int j = i + 1; j < BODIES; j++) {
            const Body *b = &bodies[j];
            double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z;
            e -= a->mass * b->mass / sqrt(dx * dx + dy * dy + dz * dz);
        }
    }
    return e;
}

static void advance(Body *bodies, double dt)
{
    for (int i = 0; i < BODIES; i++) {
        Body *a = &bodies[i];
        for (int j = i + 1; j < BODIES; j++) {
            Body *b = &bodies[j];
            double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z;
            double square = dx * dx + dy * dy + dz * dz;
            double pull = dt / (square * sqrt(square));
            double pa = b->mass * pull, pb = a->mass * pull;
            a->vx -= dx * pa;
            a->vy -= dy * pa;
            a->vz -= dz * pa;
            b->vx += dx * pb;
            b->vy += dy * pb;
            b->vz += dz * pb;
        }
    }
    for (int i = 0; i < BODIES; i++) {
        bodies[i].x += dt * bodies[i].vx;
        bodies[i].y += dt * bodies[i].vy;
        bodies[i].z += dt * bodies[i].vz;
    }
}

static int32_t work(int steps)
{
    Body bodies[BODIES];
    build_system(bodies);
    for (int i = 0; i < steps; i++)
        advance(bodies, 0.001);
    return (int32_t)floor(energy(bodies) * 1e9 + 0.5);
}

int main(int argc, char **argv)
{
    return bench_run(argc, argv, 1000, work);
}
